#include "exchange/explanation_steps.hpp"

#include "exchange/html.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {
namespace {

// Black on white, readable without colours; on paper every part is open.
constexpr std::string_view style =
    "body{font:16px/1.5 system-ui,sans-serif;color:#111;background:#fff;max-width:60rem;margin:2rem auto;padding:0 "
    "1rem}"
    "h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}table{border-collapse:collapse;margin:.5rem 0}"
    "caption{text-align:left;font-weight:bold;padding:.3rem 0}th,td{border:1px solid #666;padding:.3rem .6rem;"
    "text-align:left;vertical-align:top}td.n{text-align:right;white-space:nowrap}ol{list-style:none;padding-left:1."
    "2rem;"
    "border-left:2px solid #ccc}li{margin:.3rem 0}summary{cursor:pointer;font-weight:bold}.v{font-weight:bold}"
    ".s{color:#333}a{color:#0b3d91}:target{background:#fff3c4}"
    "@media print{body{font-size:11px;max-width:none}summary{list-style:none}a{color:inherit;text-decoration:none}}";

class html_tree {
 public:
  html_tree(const explanation_log& log, const explainer& say)
      : log_(log), say_(say), children_(log.steps().size() + 1) {
    for (std::size_t i = 0; i < log.steps().size(); ++i)
      children_[static_cast<std::size_t>(log.steps()[i].parent + 1)].push_back(static_cast<std::int32_t>(i));
  }

  std::string str() {
    list(children_[0]);
    return std::move(out_);
  }

 private:
  void list(const std::vector<std::int32_t>& steps) {
    if (steps.empty()) return;
    out_ += "<ol>\n";
    for (const auto step : steps)
      item(step);
    out_ += "</ol>\n";
  }

  void item(std::int32_t at) {
    const auto& step = log_.steps()[static_cast<std::size_t>(at)];
    const auto number = std::to_string(at);
    if (step.operation == trace_operation::group) {
      out_ += "<li id=\"s" + number + "\"><details open><summary>" + html_text(say_.title(at)) + "</summary>\n";
      if (const auto why = say_.purpose(at); !why.empty()) out_ += "<p class=\"s\">" + html_text(why) + "</p>\n";
      list(children_[static_cast<std::size_t>(at) + 1]);
      out_ += "</details></li>\n";
      return;
    }
    out_ += "<li id=\"s" + number + "\">" + number + ". <span class=\"v\">" + html_text(say_.title(at)) +
            html_text(say_.say(": ", " : ")) + html_text(say_.value_of(at)) + "</span> <span class=\"s\">" +
            html_text(say_.sentence(at)) + "</span></li>\n";
  }

  const explanation_log& log_;
  const explainer& say_;
  std::vector<std::vector<std::int32_t>> children_;  ///< by step + 1; first those without a parent
  std::string out_;
};

}  // namespace

std::string without_layout(std::string_view json) {
  std::string out;
  out.reserve(json.size());
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string && c == '\\') out.push_back(json[i++]);
    if (c == '"') in_string = !in_string;
    if (in_string || (c != ' ' && c != '\n')) out.push_back(json[i]);
  }
  return out;
}

std::string text_heading(std::string_view words) {
  const auto width = static_cast<std::size_t>(
      std::count_if(words.begin(), words.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  return "\n" + std::string(words) + "\n" + std::string(width, '-') + "\n";
}

std::string steps_as_text(const explanation_log& log, const explainer& say) {
  if (log.steps().empty()) return {};
  auto out = text_heading(say.say("How it comes about", "Comment on y arrive"));
  std::vector<std::size_t> depth(log.steps().size());
  for (std::size_t i = 0; i < depth.size(); ++i) {
    const auto& step = log.steps()[i];
    const auto at = static_cast<std::int32_t>(i);
    depth[i] = step.parent < 0 ? 0 : depth[static_cast<std::size_t>(step.parent)] + 1;
    const auto sentence = say.sentence(at);
    out += std::string(2 * (depth[i] + 1), ' ') + "[" + std::to_string(i) + "] " + say.title(at) +
           (sentence.empty() ? "" : std::string(say.say(": ", " : ")) + sentence) + "\n";
  }
  return out;
}

std::string steps_as_html(const explanation_log& log, const explainer& say) {
  if (log.steps().empty()) return {};
  return "<h2>" + html_text(say.say("How it comes about", "Comment on y arrive")) + "</h2>\n" +
         html_tree(log, say).str();
}

std::string step_link(std::int32_t step) {
  const auto number = std::to_string(step);
  return "<a href=\"#s" + number + "\">" + number + "</a>";
}

std::string html_page_begin(std::string_view title, const explainer& say) {
  return "<!DOCTYPE html>\n<html lang=\"" + std::string(say.say("en", "fr")) +
         "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
         "initial-scale=1\">\n<title>" +
         html_text(title) + "</title>\n<style>" + std::string(style) + "</style>\n</head>\n<body>\n<main>\n<h1>" +
         html_text(title) + "</h1>\n";
}

std::string html_page_end() { return "</main>\n</body>\n</html>\n"; }

}  // namespace esppadom::inline ESPPADOM_ABI::detail
