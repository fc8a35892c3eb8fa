# Set-up shared by tests/run, examples/run and .ci/run; to be sourced, after which the working folder is the root of the
# tree. Nothing asks a question, nothing is done twice: packages through apt, Python in build/venv.

cd "$(dirname "${BASH_SOURCE[0]}")/.."

build_packages=(build-essential cmake ninja-build ccache pkg-config libpugixml-dev libsimdjson-dev libcli11-dev
  libssl-dev libarchive-dev python3 python3-dev)
test_packages=(libgtest-dev libgmock-dev libboost-dev libhowardhinnant-date-dev libxml2-utils libbenchmark-dev tzdata
  python3 python3-venv abigail-tools valgrind)
command -v npm >/dev/null || test_packages+=(npm)  # brings the schema of SARIF
java_packages=(default-jdk-headless maven swig)
command -v chromium >/dev/null || test_packages+=(chromium)  # looks at report pages
format_packages=(clang-format)
fuzz_packages=(clang libclang-rt-14-dev)
windows_packages=(g++-mingw-w64-x86-64-posix libz-mingw-w64-dev wine64 wine)

say() { printf '== %s\n' "$*"; }

fail() {
  printf 'error: %s\n' "$*" >&2
  exit 2
}

# as_root COMMAND...: runs it as root, without ever asking for a password.
as_root() {
  if [[ $(id -u) -eq 0 ]]; then
    "$@"
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    sudo -n "$@"
  else
    return 1
  fi
}

# need_packages PACKAGE...: installs those that are missing. Who may not install goes on: what a package brings may have
# been put there in another way, and the build says what it does not find.
need_packages() {
  local missing=() package
  if ! command -v dpkg-query >/dev/null; then
    say "not a Debian system: please see to it that these are there: $*"
    return
  fi
  for package in "$@"; do
    if [[ $(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null) != installed ]]; then
      missing+=("$package")
    fi
  done
  if [[ ${#missing[@]} -eq 0 ]]; then
    return
  fi
  if ! as_root true; then
    say "going on without packages that only an administrator can install: apt-get install ${missing[*]}"
    return
  fi
  say "installing ${missing[*]}"
  local apt=(env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
  as_root "${apt[@]}" update >/dev/null || say "apt-get update failed, trying with the lists that are there"
  as_root "${apt[@]}" install -y --no-install-recommends --no-upgrade "${missing[@]}" >build/apt.log 2>&1 ||
    { tail -n 20 build/apt.log >&2 && fail "apt-get could not install ${missing[*]}"; }
}

# need_python: makes build/venv hold what tests/requirements.txt asks for.
need_python() {
  local stamp=build/venv/requirements.txt python
  if cmp -s tests/requirements.txt "$stamp" && build/venv/bin/python -c '' 2>/dev/null; then
    return
  fi
  say "setting up Python in build/venv"
  rm -rf build/venv
  for python in python3 /usr/bin/python3; do
    if "$python" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 10))' 2>/dev/null &&
      "$python" -m venv build/venv >/dev/null; then
      break
    fi
  done
  [[ -x build/venv/bin/pip ]] || fail "no Python of version 3.10 or later that can make a virtual environment"
  build/venv/bin/pip install --quiet --disable-pip-version-check --no-input -r tests/requirements.txt ||
    fail "pip could not install tests/requirements.txt"
  cp tests/requirements.txt "$stamp"
}

# need_node: makes build/node hold what tools/report/package-lock.json names: libraries of report pages, and what drives a
# browser.
need_node() {
  if cmp -s tools/report/package-lock.json build/node/package-lock.json && [[ -d build/node/node_modules ]]; then
    return
  fi
  say "setting up Node packages in build/node"
  rm -rf build/node
  mkdir -p build/node
  cp tools/report/package.json tools/report/package-lock.json build/node
  (cd build/node && npm ci --silent --ignore-scripts --no-audit --no-fund) || {
    rm -f build/node/package-lock.json
    fail "npm could not install what tools/report/package-lock.json names"
  }
}

# configure_preset PRESET [OPTION...]
configure_preset() {
  local preset=$1
  shift
  if ! cmake --preset "$preset" "$@" >"build/$preset.log" 2>&1; then
    cat "build/$preset.log" >&2
    fail "cmake --preset $preset failed"
  fi
}

# build_preset PRESET [TARGET...]
build_preset() {
  local preset=$1
  shift
  say "building $preset"
  cmake --build --preset "$preset" ${1:+--target "$@"}
}

mkdir -p build
export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$PWD} CCACHE_NOHASHDIR=${CCACHE_NOHASHDIR:-1}
