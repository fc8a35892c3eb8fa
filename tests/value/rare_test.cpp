// A value that most objects lack: it behaves as std::optional does.
#include "esppadom/value/rare.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>

namespace {

using esppadom::rare;

TEST(Rare, IsEmptyAtFirstAndTakesOnePointer) {
  const rare<std::string> none;
  EXPECT_FALSE(none);
  EXPECT_FALSE(none.has_value());
  EXPECT_EQ(none, rare<std::string>(std::nullopt));
  static_assert(sizeof(rare<std::string>) == sizeof(void*));
}

TEST(Rare, CopiesAreDeep) {
  rare<std::string> first = std::string("panne");
  rare<std::string> second = first;
  *second += " d'électricité";
  EXPECT_EQ(*first, "panne");
  EXPECT_NE(first, second);
  first = second;
  second->clear();
  EXPECT_EQ(*first, "panne d'électricité");
  const auto& self = first;
  first = self;
  EXPECT_EQ(*first, "panne d'électricité");
  first = rare<std::string>();
  EXPECT_FALSE(first);
}

TEST(Rare, MovesLeaveNothing) {
  rare<std::string> first = std::string("panne");
  const rare<std::string> second = std::move(first);
  EXPECT_EQ(*second, "panne");
  EXPECT_FALSE(first);  // NOLINT(bugprone-use-after-move): that it is empty is what is promised
}

TEST(Rare, IsEqualAsOptionalIs) {
  for (const auto& a : {std::optional<int>(), std::optional(1), std::optional(2)}) {
    for (const auto& b : {std::optional<int>(), std::optional(1), std::optional(2)}) {
      const auto box = [](const std::optional<int>& from) { return from ? rare<int>(*from) : rare<int>(); };
      EXPECT_EQ(box(a) == box(b), a == b);
    }
  }
}

TEST(Rare, EmplacesAndForgets) {
  rare<std::string> text;
  text.emplace(3, 'x') += "y";
  EXPECT_EQ(*text, "xxxy");
  EXPECT_EQ(text->size(), 4u);
  text.reset();
  EXPECT_FALSE(text);
}

}  // namespace
