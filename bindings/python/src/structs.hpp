// Python classes by a fold over the descriptions: a member of a struct is a property, a group or a list inside it is
// the part itself, not a copy.
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <typeindex>
#include <vector>

#include "esppadom/message/description.hpp"
#include "esppadom/message/extras.hpp"
#include "esppadom/message/field_list.hpp"
#include "esppadom/message/period.hpp"
#include "nodes.hpp"
#include "scalars.hpp"

namespace py_api {

// -- values that the descriptions treat as one ------------------------------------------------------------------------

/// The members of a value that the library's descriptions hold as one field; null for any other type.
template <class T>
inline constexpr auto parts = nullptr;

template <>
inline constexpr auto parts<esppadom::code> = esppadom::fields(
    esppadom::field<&esppadom::code::value>("code"), esppadom::field<&esppadom::code::list_id>("liste du code"),
    esppadom::field<&esppadom::code::list_agency_name>("organisme de la liste"));
template <>
inline constexpr auto parts<esppadom::identifier> =
    esppadom::fields(esppadom::field<&esppadom::identifier::value>("identifiant"),
                     esppadom::field<&esppadom::identifier::scheme_id>("répertoire de l'identifiant"),
                     esppadom::field<&esppadom::identifier::scheme_agency_name>("organisme du répertoire"));
template <>
inline constexpr auto parts<esppadom::measure> = esppadom::fields(
    esppadom::field<&esppadom::measure::value>("quantité"), esppadom::field<&esppadom::measure::unit_code>("unité"));
template <>
inline constexpr auto parts<esppadom::amount> = esppadom::fields(
    esppadom::field<&esppadom::amount::value>("montant"), esppadom::field<&esppadom::amount::currency>("devise"));
template <>
inline constexpr auto parts<esppadom::price> = esppadom::fields(
    esppadom::field<&esppadom::price::value>("prix unitaire"), esppadom::field<&esppadom::price::currency>("devise"));
template <>
inline constexpr auto parts<esppadom::extra> = esppadom::fields(
    esppadom::field<&esppadom::extra::what>("nature"), esppadom::field<&esppadom::extra::level>("niveau"),
    esppadom::field<&esppadom::extra::after>("après l'élément"),
    esppadom::field<&esppadom::extra::occurrence>("répétition"), esppadom::field<&esppadom::extra::name>("nom"),
    esppadom::field<&esppadom::extra::content>("contenu"));

template <class T>
concept has_parts = !std::is_same_v<std::remove_cvref_t<decltype(parts<T>)>, std::nullptr_t>;
template <class T>
concept is_struct = esppadom::described<T> || has_parts<T>;

template <is_struct T, class Visitor>
void for_each_part(Visitor&& visit) {
  if constexpr (has_parts<T>) {
    esppadom::detail::for_each_member_in(parts<T>, visit);
  } else {
    esppadom::for_each_member<T>(visit);
  }
}

/// "DeliveryLine" of delivery_line.
template <class T>
std::string class_name() {
  std::string out;
  bool upper = true;
  for (const char c : esppadom::detail::struct_name<T>()) {
    if (c != '_') out.push_back(upper && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
    upper = c == '_';
  }
  return out;
}

// -- structs ----------------------------------------------------------------------------------------------------------

template <class T>
class list_of_values;

/// Texts that may be shown of a value when it is printed: codes and quantities, and which document it is.
template <class T>
std::string shown(const T& value);

template <class T>
class struct_node final : public node {
 public:
  using node::node;
  explicit struct_node(T value) : own_(std::make_unique<T>(std::move(value))) {}

  T& get() { return *static_cast<T*>(value()); }
  bool equals(node& other) override {
    auto* same = dynamic_cast<struct_node*>(&other);
    return same != nullptr && get() == same->get();
  }
  py::object copy() override { return py::cast(std::make_shared<struct_node>(get())); }
  py::str repr() override { return str_of(shown(get())); }

 protected:
  void* own() override {
    if (!own_) own_ = std::make_unique<T>();
    return own_.get();
  }
  void take_over(void* from) override { own_ = std::make_unique<T>(std::move(*static_cast<T*>(from))); }

 private:
  std::unique_ptr<T> own_;
};

template <class T>
py::object object_of(T value) {
  if constexpr (is_struct<T>) {
    return py::cast(std::make_shared<struct_node<T>>(std::move(value)));
  } else {
    return scalar<T>::out(value);
  }
}

/// Codes may be given as plain texts.
template <class T>
T value_from(py::handle from, std::string_view what) {
  if constexpr (!is_struct<T>) {
    if (from.is_none()) fail_type(std::string(what) + " cannot be None");
    return scalar<T>::in(from, what);
  } else {
    if constexpr (std::is_same_v<T, esppadom::code> || std::is_same_v<T, esppadom::identifier>) {
      if (PyUnicode_Check(from.ptr())) {
        T out;
        out.value = text_from(from, what);
        return out;
      }
    }
    if (!py::isinstance<struct_node<T>>(from)) {
      fail_type(std::string(what) + " must be " + class_name<T>() + ", not " + Py_TYPE(from.ptr())->tp_name);
    }
    return py::cast<struct_node<T>&>(from).get();
  }
}

template <class T>
class list_of_values final : public list_node {
 public:
  using list_node::list_node;
  using values = std::vector<T>;

  std::size_t size() override { return get().size(); }
  py::object item(std::size_t index) override {
    if constexpr (is_struct<T>) {
      return py::cast(this->template below<struct_node<T>>(&item_at, index));
    } else {
      return scalar<T>::out(get().at(index));
    }
  }
  void set(std::size_t index, py::handle value) override {
    T fresh = value_from<T>(value, "value");
    release(&item_at, index);
    get().at(index) = std::move(fresh);
  }
  void insert(std::size_t index, py::handle value) override {
    T fresh = value_from<T>(value, "value");
    get().insert(get().begin() + static_cast<std::ptrdiff_t>(index), std::move(fresh));
    shift(index, 1);
  }
  void erase(std::size_t index) override {
    release(&item_at, index);
    get().erase(get().begin() + static_cast<std::ptrdiff_t>(index));
    shift(index + 1, -1);
  }
  void assign(const std::vector<py::object>& from) override {
    values fresh = read(from, "value");
    release_all();
    get() = std::move(fresh);
  }
  bool equals(node& other) override {
    auto* same = dynamic_cast<list_of_values*>(&other);
    return same != nullptr && get() == same->get();
  }

  static values read(const std::vector<py::object>& from, std::string_view what) {
    values out;
    out.reserve(from.size());
    for (const auto& each : from)
      out.push_back(value_from<T>(each, what));
    return out;
  }

 protected:
  void* own() override {
    if (!own_) own_ = std::make_unique<values>();
    return own_.get();
  }
  void take_over(void* from) override { own_ = std::make_unique<values>(std::move(*static_cast<values*>(from))); }

 private:
  static void* item_at(void* from, std::size_t index) { return &static_cast<values*>(from)->at(index); }
  values& get() { return *static_cast<values*>(value()); }

  std::unique_ptr<values> own_;
};

// -- members ----------------------------------------------------------------------------------------------------------

/// How one member is read and set. `Codes` carries the attributes that a code given as text gets.
template <auto Member>
struct access {
  using owner = typename esppadom::detail::member_traits<std::remove_cv_t<decltype(Member)>>::owner;
  using type = esppadom::member_type<Member>;
  using one = esppadom::value_of_t<type>;
  static constexpr bool many = esppadom::is_vector<type>::value;
  static constexpr bool maybe = esppadom::is_optional<type>::value;

  static void* way(void* from, std::size_t) {
    auto& member = static_cast<owner*>(from)->*Member;
    if constexpr (maybe) {
      // Emptied by path, past what Python holds.
      if (!member) fail_value(std::string(esppadom::member_name<Member>) + " is no longer in the message");
      return &*member;
    } else {
      return &member;
    }
  }
  static type& in(node& self) { return static_cast<struct_node<owner>&>(self).get().*Member; }

  static py::object get(node& self) {
    if constexpr (many) {
      return py::cast(std::static_pointer_cast<list_node>(self.below<list_of_values<one>>(&way)));
    } else {
      if constexpr (maybe) {
        if (!in(self)) return py::none();
      }
      if constexpr (is_struct<one>) {
        return py::cast(self.below<struct_node<one>>(&way));
      } else if constexpr (maybe) {
        return scalar<one>::out(*in(self));
      } else {
        return scalar<one>::out(in(self));
      }
    }
  }

  static void set(node& self, py::handle value) {
    constexpr auto name = esppadom::member_name<Member>;
    if constexpr (many) {
      auto fresh = list_of_values<one>::read(items_of(value, name), name);
      self.below<list_of_values<one>>(&way)->release_all();
      in(self) = std::move(fresh);
    } else {
      type fresh{};
      if constexpr (maybe) {
        if (!value.is_none()) fresh = value_from<one>(value, name);
      } else {
        fresh = value_from<one>(value, name);
      }
      if constexpr (is_struct<one>) {
        bool there = true;
        if constexpr (maybe) there = in(self).has_value();
        if (there) self.release(&way);
      }
      in(self) = std::move(fresh);
    }
  }

  static std::string annotation() {
    std::string inner;
    if constexpr (is_struct<one>) {
      inner = class_name<one>();
    } else {
      inner = scalar<one>::annotation;
    }
    if constexpr (many) return "MessageList[" + inner + "]";
    return maybe ? inner + " | None" : inner;
  }
  static std::string accepts() {
    std::string inner;
    if constexpr (std::is_same_v<one, esppadom::code> || std::is_same_v<one, esppadom::identifier>) {
      inner = class_name<one>() + " | str";
    } else if constexpr (is_struct<one>) {
      inner = class_name<one>();
    } else {
      inner = scalar<one>::annotation;
      if (inner == "Decimal") inner = "Decimal | int";
    }
    if constexpr (many) return "Iterable[" + inner + "]";
    return maybe ? inner + " | None" : inner;
  }
};

template <auto Member>
member member_of(std::string label) {
  // Kept, with the NUL that Python wants behind it; a keyword of Python gets an underscore.
  static const std::string name =
      std::string(esppadom::member_name<Member>) + (esppadom::member_name<Member> == "from" ? "_" : "");
  using how = access<Member>;
  return {name.c_str(), std::move(label), how::annotation(), how::accepts(), &how::get, &how::set};
}

/// What is not kept but follows from a value: `get` gives it.
inline member derived(const char* name, std::string label, std::string annotation, py::object (*get)(node&)) {
  return {name, std::move(label), std::move(annotation), {}, get, nullptr};
}

/// What the descriptions leave to functions; specialise for a type that has some.
template <class T>
std::vector<member> derived_members() {
  return {};
}

template <is_struct T>
const std::vector<member>& members_of() {
  static const auto& all = *new std::vector<member>([] {
    std::vector<member> out;
    for_each_part<T>([&](const auto& entry) {
      constexpr auto place = std::remove_cvref_t<decltype(entry)>::member;
      out.push_back(member_of<place>(std::string(entry.label)));
    });
    if constexpr (requires(T & value) { value.extras.items; }) {
      struct kept {
        static void* way(void* from, std::size_t) { return &static_cast<T*>(from)->extras.items; }
        static py::object get(node& self) {
          return py::cast(std::static_pointer_cast<list_node>(self.below<list_of_values<esppadom::extra>>(&way)));
        }
      };
      out.push_back(derived("extras", "ce que la description ne connaît pas", "MessageList[Extra]", &kept::get));
    }
    for (auto& each : derived_members<T>())
      out.push_back(std::move(each));
    return out;
  }());
  return all;
}

template <class T>
std::string shown(const T& value) {
  const std::string name = class_name<T>();
  if constexpr (std::is_same_v<T, esppadom::code>) {
    return "Code('" + value.value + "'" + (value.list_id.empty() ? "" : ", list_id='" + value.list_id + "'") + ")";
  } else if constexpr (std::is_same_v<T, esppadom::measure>) {
    return "Measure(" + to_string(value.value) + " " + value.unit_code + ")";
  } else if constexpr (std::is_same_v<T, esppadom::amount> || std::is_same_v<T, esppadom::price>) {
    return name + "(" + (value.value.is_valid() ? to_string(value.value) : std::string("?")) +
           (value.currency.empty() ? "" : " " + value.currency) + ")";
  } else if constexpr (requires {
                         value.delivery_id;
                         value.order_refs;
                       }) {
    return "<" + name + " " + value.delivery_id + ">";
  } else if constexpr (requires {
                         value.invoice_id;
                         value.payer;
                       }) {
    return "<" + name + " " + value.invoice_id + ">";
  } else if constexpr (requires {
                         value.order_id;
                         value.ordering_party;
                       }) {
    return "<" + name + " " + value.order_id + ">";
  } else {
    return "<" + name + ">";  // never what may be a person's
  }
}

/// Adds the class of a struct.
template <is_struct T>
auto bind_struct(py::module_& to, const char* doc) {
  static const auto& name = *new std::string(class_name<T>());
  const auto& members = members_of<T>();
  py::class_<struct_node<T>, node, std::shared_ptr<struct_node<T>>> type(to, name.c_str(), doc);
  type.def(py::init([](const py::args& given, const py::kwargs& values) {
    auto made = std::make_shared<struct_node<T>>(T{});
    constexpr bool short_one = has_parts<T>;
    if (!short_one && !given.empty()) fail_type(name + "() takes keyword arguments only");
    if (given.size() > members_of<T>().size()) fail_type(name + "() has too many arguments");
    for (std::size_t i = 0; i < given.size(); ++i)
      members_of<T>()[i].set(*made, given[i]);
    set_members(*made, members_of<T>(), values, name);
    return made;
  }));
  add_members(type, members);
  note_class(name, doc, members);
  return type;
}

}  // namespace py_api
