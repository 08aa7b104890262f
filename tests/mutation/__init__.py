"""How much of what can go wrong the tests would notice; run by hand, outside the gate."""
