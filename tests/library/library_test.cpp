#include "esppadom/library.hpp"

#include <gtest/gtest.h>

#include <string>

namespace {

TEST(Library, HasTheVersionOfItsHeaders) { EXPECT_EQ(esppadom::library_version(), esppadom::version); }

TEST(Library, VersionTextIsTheThreeNumbers) {
  const std::string expected = std::to_string(ESPPADOM_VERSION_MAJOR) + "." + std::to_string(ESPPADOM_VERSION_MINOR) +
                               "." + std::to_string(ESPPADOM_VERSION_PATCH);
  EXPECT_EQ(esppadom::library_version(), expected);
}

}  // namespace
