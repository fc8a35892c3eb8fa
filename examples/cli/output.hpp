// Files that appear whole or not at all.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "esppadom/value/result.hpp"

namespace cli {

/// A file written under a temporary name beside its own and renamed when it is complete. What is not committed
/// vanishes with the object.
class staged_file {
 public:
  explicit staged_file(std::filesystem::path target);
  ~staged_file();
  staged_file(const staged_file&) = delete;
  staged_file& operator=(const staged_file&) = delete;

  [[nodiscard]] esppadom::error_code write(std::string_view bytes);
  [[nodiscard]] esppadom::error_code commit();

 private:
  std::filesystem::path target_;
  std::filesystem::path temporary_;
  std::ofstream out_;
  bool done_ = false;
};

/// Several files of one folder: all are written before the first is renamed into place, in the order in which they were
/// added. When one cannot be, those of an earlier run are put back and folders that had to be made are removed.
class staged_folder {
 public:
  explicit staged_folder(std::filesystem::path folder);
  ~staged_folder();
  staged_folder(const staged_folder&) = delete;
  staged_folder& operator=(const staged_folder&) = delete;

  /// `name` is relative and may name folders.
  [[nodiscard]] esppadom::error_code add(const std::filesystem::path& name, std::string_view bytes);
  /// Opens a file that is written bit by bit; it is to be closed before `commit`.
  [[nodiscard]] esppadom::error_code open(const std::filesystem::path& name, std::ofstream& out);
  [[nodiscard]] esppadom::error_code commit();
  /// What could not be written.
  [[nodiscard]] const std::filesystem::path& failed() const { return failed_; }

 private:
  esppadom::error_code make_folder(const std::filesystem::path& path);
  esppadom::error_code put_in_place(const std::filesystem::path& name);
  void put_back();

  std::filesystem::path folder_;
  std::filesystem::path staging_;
  std::vector<std::filesystem::path> names_;
  std::vector<std::filesystem::path> made_;      ///< folders
  std::vector<std::filesystem::path> placed_;    ///< files that stand at their place
  std::vector<std::filesystem::path> replaced_;  ///< files of an earlier run, kept until all is done
  std::filesystem::path failed_;
  bool done_ = false;
};

/// A name for a file of that document: characters that a file system could take otherwise are written %XX, so that two
/// identifiers never share a name and none leaves its folder.
std::string file_name_of(std::string_view identifier);

/// The whole file. Errors: unreadable.
esppadom::result<std::string> file_bytes(const std::filesystem::path& path);

}  // namespace cli
