package org.esppadom;

/** A message: {@link Order}, {@link Delivery} or {@link Invoice}. */
public sealed interface Message permits Order, Delivery, Invoice {
  /** Which of the three it is. */
  default MessageKind kind() {
    if (this instanceof Order) return MessageKind.ORDER;
    return this instanceof Delivery ? MessageKind.DELIVERY : MessageKind.INVOICE;
  }
}
