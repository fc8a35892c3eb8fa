// Makes a plan of a mapping: everything its file says is checked against the descriptions and settled.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "esppadom/exchange/csv_mapping.hpp"
#include "exchange/csv_plan.hpp"

namespace esppadom::inline ESPPADOM_ABI::detail {

/// Something wrong at a place of the file, which is looked for afterwards.
struct mapping_complaint {
  std::string pointer;
  const finding_kind* kind = nullptr;
  std::vector<std::string> arguments;
};

/// One use: `make`, then `complaints`; the plan is good when there are none.
class plan_maker {
 public:
  plan_maker(mapping_document& from, const csv_mapping_options& options) : from_(from), options_(options) {}

  std::shared_ptr<const csv_plan> make();
  std::vector<mapping_complaint>& complaints() { return complaints_; }

 private:
  void complain(std::string pointer, const finding_kind& kind, std::vector<std::string> arguments);
  void bad(std::string pointer, std::string en, std::string fr);
  void only_write(std::string en, std::string fr);

  // parameters, tables, what holds for all files
  void parameters();
  std::string filled(std::string text) const;
  std::vector<std::string> filled(std::vector<std::string> texts) const;
  void tables();
  void split();
  std::int32_t time_of_day_at(const std::string& text, const std::string& pointer);
  void settings();
  static std::string escaped(const std::string& key);

  // one file
  plan_file file(const mapping_file& from, const std::string& pointer, std::size_t number);
  void rows(const mapping_file& from, const std::string& pointer, plan_file& out);
  std::vector<std::size_t> named(const mapping_file& from, const std::vector<std::string>& names,
                                 const std::string& pointer);
  std::size_t column_named(const mapping_file& from, const std::string& name, const std::string& pointer);
  void link(const mapping_file& from, const mapping_link& one, const std::string& pointer, std::size_t number,
            plan_file& out);
  plan_filter filter(const mapping_file& from, const mapping_filter& one, const std::string& pointer,
                     const plan_file& rows_of);

  // one column
  bool compile(const std::string& text, const std::string& pointer, field_selector& out);
  plan_column column(const mapping_file& file, const mapping_column& from, const std::string& pointer,
                     const plan_file& out, std::size_t side);
  void source(const mapping_column& from, const std::string& pointer, const plan_file& out, std::size_t side,
              plan_column& made);
  void check_levels(const std::string& text, const mapping_column& from, const std::string& pointer,
                    const plan_file& out, plan_column& made);
  void from_part(const std::string& text, hours_part part, const std::string& pointer, plan_column& made);
  void from_circumstances(const std::string& text, const std::string& pointer, plan_column& made);
  void form(const mapping_file& file, const mapping_column& from, const std::string& pointer, std::size_t side,
            plan_column& made);
  void form_pattern(const mapping_file& file, const mapping_column& from, const std::string& pointer, std::size_t side,
                    plan_column& made);
  void check_columns(const mapping_file& from, const std::string& pointer, const plan_file& out);

  // what can be read
  void check_reading(const plan_file& out, std::size_t number);
  void check_dates(const plan_file& out);

  mapping_document& from_;
  const csv_mapping_options& options_;
  std::shared_ptr<csv_plan> plan_ = std::make_shared<csv_plan>();
  std::vector<mapping_complaint> complaints_;
};

}  // namespace esppadom::inline ESPPADOM_ABI::detail
