package dev.qingdan.command.timers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.Task;
import dev.qingdan.command.platform.Ids;
import dev.qingdan.command.platform.UnitsOfWork;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** db-scheduler, which runs timers in no transaction; {@link Timers} sets them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TimerProperties.class)
class TimerConfiguration {

    private static final int AT_ONCE = 8;
    private static final int MISSED_HEARTBEATS = 6;

    @Bean
    SmartLifecycle timerThreads(
            DataSource dataSource,
            List<Timer> timers,
            UnitsOfWork units,
            Ids ids,
            TimerProperties properties) {
        var backOff = new BackOff(properties.firstPause(), properties.longestPause());
        var tasks =
                timers.stream()
                        .<Task<?>>map(timer -> new TimerTask(timer, units, backOff).task())
                        .toList();
        return new TimerThreads(() ->
                Scheduler.create(dataSource, tasks)
                        .schedulerName(new SchedulerName.Fixed(ids.generateIdentifier()))
                        .serializer(new AlarmJson())
                        .threads(AT_ONCE)
                        .pollingInterval(properties.polling())
                        .pollUsingLockAndFetch(0.5, 2.0)
                        .heartbeatInterval(properties.heartbeat())
                        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                        .build());
    }
}
