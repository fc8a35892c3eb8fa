package org.esppadom;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a message had beside the fields that its description knows: unknown elements and attributes, the way values were
 * written. It is kept when a record is edited and written back in profile {@link WriteProfile#ROUND_TRIP}. Two messages
 * that say the same are equal whatever extras they carry.
 *
 * <p>It also tells which times are the second reading of the hour that is repeated when summer time ends, which {@code
 * LocalDateTime} cannot say.
 */
public final class Extras {
  /** Nothing. */
  public static final Extras NONE = new Extras(List.of(), Set.of());

  private final List<Extra> items;
  private final Set<String> secondReadings;

  Extras(List<Extra> items, Set<String> secondReadings) {
    this.items = items;
    this.secondReadings = secondReadings;
  }

  /** These things, all times being first readings. */
  public static Extras of(List<Extra> items) {
    return new Extras(List.copyOf(Objects.requireNonNull(items, "items")), Set.of());
  }

  /** What was kept, in the order in which it was read. */
  public List<Extra> items() {
    return items;
  }

  /** Whether the time in that component ("start") is the second reading of a repeated hour. */
  public boolean isSecondReading(String component) {
    return secondReadings.contains(component);
  }

  Extras reading(String component, boolean second) {
    if (secondReadings.contains(component) == second) return this;
    Set<String> changed = new HashSet<>(secondReadings);
    if (second) {
      changed.add(component);
    } else {
      changed.remove(component);
    }
    return new Extras(items, Set.copyOf(changed));
  }

  /** The same with one more thing. */
  public Extras with(Extra one) {
    List<Extra> more = new ArrayList<>(items);
    more.add(Objects.requireNonNull(one, "one"));
    return new Extras(List.copyOf(more), secondReadings);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Extras that && secondReadings.equals(that.secondReadings);
  }

  @Override
  public int hashCode() {
    return secondReadings.hashCode();
  }

  @Override
  public String toString() {
    return items.size() + " extras";
  }
}
