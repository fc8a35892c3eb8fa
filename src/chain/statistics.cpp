#include "esppadom/bill/statistics_run.hpp"
