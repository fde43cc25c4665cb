// Xapian's own way to index, through its library.
#include "bench/peers/drivers/xapian_driver.h"

int main(int argc, char** argv) {
  dateline::XapianDriver driver;
  return dateline::run_driver(driver, argc, argv);
}
