#include "esppadom/bill/run.hpp"
