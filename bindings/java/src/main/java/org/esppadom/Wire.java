package org.esppadom;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;

/** What reading and writing the binary form of the border share. */
final class Wire {
  static final BigDecimal NO_MONEY = new BigDecimal("0.00");
  static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  static final int MONEY_SCALE = 2;
  static final int PRICE_SCALE = 6;
  static final int SHARE_SCALE = 4;

  private Wire() {}
}
