#include "esppadom/bill/prepare_run.hpp"
