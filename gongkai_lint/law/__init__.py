"""What the law is, without any rule: instruments, provisions, periods, the calendar."""
