using HealtheIntent.Client;
using HealtheIntent.Client.Resilience;

namespace HeiChartViewer.Tests.Unit.Client.Resilience;

public sealed class LearnedRateTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Nothing_is_paced_before_the_first_429()
    {
        var rate = new LearnedRate(new ThrottleOptions());

        for (var call = 0; call < 10_000; call++)
            Assert.True(rate.TryTake(TimeSpan.Zero));

        Assert.Null(rate.PerSecond);
        Assert.Equal(TimeSpan.Zero, rate.Until(1000, TimeSpan.Zero));
    }

    [Fact]
    public void All_429s_to_calls_sent_before_the_decrease_are_one_event()
    {
        var rate = new LearnedRate(new ThrottleOptions());
        for (var answer = 0; answer < 20; answer++)
            rate.Throttled(events: 0, null, Second);

        Assert.Equal(1, rate.Events);
        Assert.Equal(3, rate.PerSecond);
    }

    [Fact]
    public void A_429_to_a_call_sent_after_the_decrease_decreases_again_down_to_the_minimum()
    {
        var rate = new LearnedRate(new ThrottleOptions());
        rate.Throttled(0, null, Second);
        rate.Throttled(1, null, Second);
        Assert.Equal(3 * 0.7, rate.PerSecond!.Value, 6);

        for (var more = 2; more < 50; more++)
            rate.Throttled(more, null, Second);
        Assert.Equal(1, rate.PerSecond!.Value, 6);
    }

    [Fact]
    public void A_retry_after_pauses_all_and_lets_one_go_at_its_end()
    {
        var rate = new LearnedRate(new ThrottleOptions());
        rate.Throttled(0, 7 * Second, Second);

        Assert.False(rate.TryTake(7.9 * Second));
        Assert.Equal(TimeSpan.FromSeconds(0.1), rate.Until(1, 7.9 * Second));
        Assert.True(rate.TryTake(8 * Second));
        Assert.False(rate.TryTake(8 * Second));
    }

    [Fact]
    public void A_pause_is_no_longer_than_its_limit()
    {
        var rate = new LearnedRate(new ThrottleOptions { PauseLimit = 60 * Second });
        rate.Throttled(0, TimeSpan.FromDays(1), Second);

        Assert.True(rate.TryTake(61 * Second));
    }

    [Fact]
    public void The_rate_is_forgotten_some_time_after_the_last_429()
    {
        var rate = new LearnedRate(new ThrottleOptions { Memory = 60 * Second });
        rate.Throttled(0, null, Second);

        Assert.False(rate.TryTake(1.1 * Second));
        for (var call = 0; call < 100; call++)
            Assert.True(rate.TryTake(62 * Second));
    }

    [Fact]
    public void An_answer_that_had_not_to_wait_does_not_raise_the_rate()
    {
        var rate = new LearnedRate(new ThrottleOptions());
        rate.Throttled(0, null, Second);
        for (var answer = 0; answer < 20; answer++)
            rate.Answered(1, paced: false, Second, 2 * Second);

        Assert.Equal(3, rate.PerSecond);
    }
}
