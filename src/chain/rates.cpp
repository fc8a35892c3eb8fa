#include "esppadom/bill/rates_run.hpp"
