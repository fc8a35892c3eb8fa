package org.esppadom;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A month that is gathered message by message and then billed: Java holds no more than a few messages at a time, and the
 * result is that of {@link Esppadom#bill} with all of them. One thread at a time; others wait. To be closed.
 *
 * <pre>{@code
 * try (BillingRun run = Esppadom.billingRun(request); Stream<Delivery> visits = visitsOfTheMonth()) {
 *   visits.forEach(run::add);
 *   BillingResult result = run.bill();
 * }
 * }</pre>
 */
public final class BillingRun implements AutoCloseable {
  private static final int BATCH = 64;

  private final Session session;
  private final List<Order> orders = new ArrayList<>();
  private final List<Delivery> deliveries = new ArrayList<>();
  private EsppadomException refused;

  BillingRun(BillingRequest request) {
    session = Operations.openRun(request);
  }

  /**
   * Adds an order.
   *
   * @throws EsppadomException a message added before cannot be taken as it is (an inexact amount, say): the run then
   *     bills nothing, for it would bill without that message
   */
  public synchronized void add(Order order) {
    orders.add(Objects.requireNonNull(order, "order"));
    if (orders.size() == BATCH) send();
  }

  /**
   * Adds a visit.
   *
   * @throws EsppadomException as {@link #add(Order)}
   */
  public synchronized void add(Delivery delivery) {
    deliveries.add(Objects.requireNonNull(delivery, "delivery"));
    if (deliveries.size() == BATCH) send();
  }

  /** Bills what was added so far. More may be added and billed again; nothing is carried from one bill to the next. */
  public synchronized BillingResult bill() {
    send();
    return Operations.billRun(session, new StateRequest());
  }

  private void send() {
    if (refused != null) throw new EsppadomException(refused.code(), refused.getMessage(), refused);
    if (orders.isEmpty() && deliveries.isEmpty()) return;
    try {
      Operations.addToRun(session, new RunMessages(orders, deliveries));
    } catch (EsppadomException e) {
      refused = e;
      throw e;
    } finally {
      orders.clear();
      deliveries.clear();
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
