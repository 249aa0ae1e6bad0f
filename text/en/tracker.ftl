### Following a case: four answers, steps, log, clock.
