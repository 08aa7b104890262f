"""Many documents: what to judge, judging it, keeping the results, summing them up."""
