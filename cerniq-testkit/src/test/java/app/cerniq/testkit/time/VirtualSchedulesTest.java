package app.cerniq.testkit.time;

import app.cerniq.ports.runtime.Schedules;
import app.cerniq.testkit.contract.SchedulesContract;

class VirtualSchedulesTest implements SchedulesContract {

    @Override
    public Schedules schedules(MovableClock clock) {
        return new VirtualSchedules(clock);
    }
}
