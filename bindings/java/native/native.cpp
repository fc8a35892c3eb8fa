#include "native.hpp"

#include <cstddef>
#include <exception>
#include <memory>
#include <new>
#include <utility>

#include "operations.hpp"
#include "support.hpp"

namespace java {
namespace {

template <class Value>
std::string with_mark(char mark, const Value& value) {
  wire_writer out(mark);
  out.put(value);
  return out.take();
}

std::string failed(const failure& why) { return with_mark('\1', why); }

template <class Request>
bool read(std::string_view bytes, Request& out) {
  wire_reader in(bytes);
  in.get(out);
  return in.done();
}

std::string not_understood() { return failed(because(esppadom::error_code::invalid_syntax, "request")); }

/// Runs what a Java program asked for; no exception leaves it.
template <class Work>
std::string guarded(Work&& work) noexcept {
#if defined(__cpp_exceptions) || defined(_CPPUNWIND)
  try {
#endif
    return work();
#if defined(__cpp_exceptions) || defined(_CPPUNWIND)
  } catch (const std::bad_alloc&) {
    return "\1";  // a failure without words: there may be no memory for them
  } catch (const std::exception&) {
    return "\1";
  }
#endif
}

/// Applies `use` to the operation at that place of a table.
template <class Table, class Use>
std::string at(const Table& table, std::int32_t place, Use&& use) {
  std::string out;
  bool found = false;
  std::int32_t index = 0;
  std::apply(
      [&](const auto&... one) {
        ((index++ == place ? static_cast<void>((found = true, out = use(one))) : static_cast<void>(0)), ...);
      },
      table);
  return found ? out : failed(because(esppadom::error_code::unknown_name, "operation"));
}

template <class Operation>
using function_of = std::remove_pointer_t<decltype(Operation::function)>;

}  // namespace

std::string call(std::int32_t operation, std::string_view request) noexcept {
  return guarded([&] {
    return at(calls, operation, [&]<class One>(const One& one) {
      request_of<function_of<One>> asked{};
      answer_of<function_of<One>> answer{};
      if (!read(request, asked)) return not_understood();
      const auto met = one.function(asked, answer);
      return met ? failed(*met) : with_mark('\0', answer);
    });
  });
}

std::string open(std::int32_t operation, std::string_view request) noexcept {
  return guarded([&] {
    return at(opens, operation, [&]<class One>(const One& one) {
      opened_by<function_of<One>> asked{};
      if (!read(request, asked)) return not_understood();
      std::unique_ptr<session> opened;
      if (const auto met = one.function(asked, opened)) return failed(*met);
      const auto handle = reinterpret_cast<std::intptr_t>(opened.get());
      auto answer = with_mark('\0', static_cast<std::int64_t>(handle));
      static_cast<void>(opened.release());  // the other side closes it
      return answer;
    });
  });
}

std::string next(std::int64_t handle, std::int32_t operation, std::string_view request) noexcept {
  return guarded([&] {
    if (handle == 0) return failed(because(esppadom::error_code::conflict, "session"));
    auto& on = *reinterpret_cast<session*>(static_cast<std::intptr_t>(handle));
    return at(nexts, operation, [&]<class One>(const One& one) {
      request_of<function_of<One>> asked{};
      answer_of<function_of<One>> answer{};
      if (!read(request, asked)) return not_understood();
      const auto met = one.function(on, asked, answer);
      return met ? failed(*met) : with_mark('\0', answer);
    });
  });
}

void close(std::int64_t handle) noexcept { delete reinterpret_cast<session*>(static_cast<std::intptr_t>(handle)); }

}  // namespace java
