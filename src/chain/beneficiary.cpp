#include "esppadom/bill/beneficiary_run.hpp"
