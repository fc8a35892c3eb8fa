#include "esppadom/bill/assemble_run.hpp"
