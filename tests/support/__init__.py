"""Parts that several tests share: real desks with clocks that tests turn."""
