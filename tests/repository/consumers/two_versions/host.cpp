// Loads two vendors' shared objects with all their names global, the worst case, then asks both.
#include <dlfcn.h>

#include <cstdio>

int main(int count, char** paths) {
  void* vendors[2] = {};
  if (count != 3) return 2;
  for (int i = 0; i < 2; ++i) {
    vendors[i] = dlopen(paths[i + 1], RTLD_NOW | RTLD_GLOBAL);
    if (vendors[i] == nullptr) {
      std::fprintf(stderr, "%s\n", dlerror());
      return 1;
    }
  }
  for (void* vendor : vendors) {
    using answer = const char* (*)();
    const auto ask = reinterpret_cast<answer>(dlsym(vendor, "vendor_answer"));
    if (ask == nullptr) return 1;
    std::printf("%s\n", ask());
  }
}
