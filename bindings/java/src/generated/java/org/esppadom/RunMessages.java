// Generated from the descriptions of the library by bindings/java; do not edit.
package org.esppadom;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code run_messages}
 *
 * @param orders commandes
 * @param deliveries comptes rendus
 */
public record RunMessages(
    List<Order> orders,
    List<Delivery> deliveries) {
  /** Null is refused, but for what is said to have none; lists are copied. */
  public RunMessages {
    orders = List.copyOf(Objects.requireNonNull(orders, "orders"));
    deliveries = List.copyOf(Objects.requireNonNull(deliveries, "deliveries"));
  }

  /** With nothing in it: to be filled with the {@code with} methods. */
  public static RunMessages empty() {
    return new RunMessages(List.of(), List.of());
  }

  /** The same with another value of {@link #orders}. */
  public RunMessages withOrders(List<Order> orders) {
    return new RunMessages(orders, deliveries);
  }

  /** The same with another value of {@link #deliveries}. */
  public RunMessages withDeliveries(List<Delivery> deliveries) {
    return new RunMessages(orders, deliveries);
  }

  static RunMessages read(WireReader in) {
    List<Order> orders_ = in.list(Order::read);
    List<Delivery> deliveries_ = in.list(Delivery::read);
    return new RunMessages(orders_, deliveries_);
  }

  void write(WireWriter out) {
    out.count(orders);
    for (Order one : orders) one.write(out);
    out.count(deliveries);
    for (Delivery one : deliveries) one.write(out);
  }
}
