using HealtheIntent.Client.Resilience;

namespace HeiChartViewer.Tests.Unit.Client.Resilience;

/// <summary>What the learned rate and the queue do together against limits nobody told them.</summary>
public sealed class AdaptiveThrottlingTests
{
    private static readonly string[] Chart =
    [
        "patient",
        "allergy",
        "condition",
        "medication",
        "immunization",
        "procedure",
        "observation",
        "encounter",
    ];

    // A limiter that saves nothing up loses what passes while a timer is late.
    [Theory]
    [InlineData(1, 0.8)]
    [InlineData(10, 0.95)]
    [InlineData(50, 0.95)]
    public void The_limit_of_an_api_is_found_and_used(int bucketSize, double floor)
    {
        var bucket = new TokenBucket(50, bucketSize);
        using var platform = new LimitedPlatform(_ => bucket).Ask("observation", 50, always: true);

        platform.Run(TimeSpan.FromSeconds(20));
        bucket.Reset(platform.Now);
        platform.Run(TimeSpan.FromSeconds(60));
        bucket.Fill(platform.Now);

        Assert.True(
            bucket.UsedShare >= floor && bucket.UsedShare <= 1 && bucket.ThrottledShare < 0.02,
            $"{bucket.UsedShare:P2} used, {bucket.ThrottledShare:P2} throttled"
        );
    }

    // A limiter that saves nothing up loses what passes while a timer is late.
    [Theory]
    [InlineData(1, 0.8)]
    [InlineData(10, 0.95)]
    [InlineData(50, 0.95)]
    public void A_limit_that_the_apis_of_a_chart_share_is_found_and_used(
        int bucketSize,
        double floor
    )
    {
        var bucket = new TokenBucket(50, bucketSize);
        using var platform = new LimitedPlatform(_ => bucket);
        foreach (var api in Chart)
            platform.Ask(api, 50, always: true);

        platform.Run(TimeSpan.FromSeconds(20));
        bucket.Reset(platform.Now);
        platform.Run(TimeSpan.FromSeconds(60));
        bucket.Fill(platform.Now);

        Assert.True(
            bucket.UsedShare >= floor && bucket.UsedShare <= 1 && bucket.ThrottledShare < 0.02,
            $"{bucket.UsedShare:P2} used, {bucket.ThrottledShare:P2} throttled"
        );
    }

    [Fact]
    public void A_limit_that_changes_is_found_again()
    {
        var bucket = new TokenBucket(50, 10);
        using var platform = new LimitedPlatform(_ => bucket).Ask("observation", 50, always: true);
        platform.Run(TimeSpan.FromSeconds(60));

        foreach (var allowed in new[] { 20, 80 })
        {
            bucket.Change(allowed, platform.Now);
            platform.Run(TimeSpan.FromSeconds(30));
            bucket.Reset(platform.Now);
            platform.Run(TimeSpan.FromSeconds(60));
            bucket.Fill(platform.Now);

            Assert.True(
                bucket.UsedShare is >= 0.95 and <= 1 && bucket.ThrottledShare < 0.02,
                $"{allowed}: {bucket.UsedShare:P2} used, {bucket.ThrottledShare:P2} throttled"
            );
        }
    }

    [Fact]
    public void Two_clients_share_a_limit()
    {
        var bucket = new TokenBucket(50, 10);
        using var platform = new LimitedPlatform(_ => bucket, clients: 2).Ask(
            "observation",
            50,
            always: true
        );

        platform.Run(TimeSpan.FromSeconds(120));
        bucket.Fill(platform.Now);

        var each = platform.Answered.CountBy(call => call.Queue).Select(pair => pair.Value);
        Assert.True(
            bucket.UsedShare is >= 0.9 and <= 1
                && bucket.ThrottledShare < 0.05
                && each.Min() > bucket.Passed / 5,
            $"{bucket.UsedShare:P2} used, {bucket.ThrottledShare:P2} throttled, {each.Min()} of {bucket.Passed}"
        );
    }

    [Fact]
    public void A_client_that_is_never_throttled_is_never_paced()
    {
        using var platform = new LimitedPlatform(_ => null).Ask("observation", 2000);

        platform.Run(TimeSpan.FromSeconds(2));

        Assert.Equal(2000, platform.Answered.Count);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(0)]
    public void An_api_that_is_throttled_leaves_the_others_their_speed(double allowed)
    {
        var bucket = new TokenBucket(allowed, 1);
        using var platform = new LimitedPlatform(api => api == "allergy" ? bucket : null);
        platform.Ask("allergy", 500);
        platform.Run(TimeSpan.FromSeconds(10));
        var before = platform.Answered.Count;

        foreach (var api in Chart.Where(api => api != "allergy"))
            platform.Ask(api, 100);
        platform.Run(TimeSpan.FromSeconds(1));

        Assert.Equal(700, platform.Answered.Skip(before).Count(call => call.Api != "allergy"));
    }

    [Fact]
    public void Of_apis_that_share_a_limit_none_takes_the_turns_of_another()
    {
        var bucket = new TokenBucket(50, 10);
        using var platform = new LimitedPlatform(_ => bucket);
        foreach (var api in Chart)
            platform.Ask(api, api == "observation" ? 500 : 50, always: true);

        platform.Run(TimeSpan.FromSeconds(30));

        var each = platform.Answered.CountBy(call => call.Api).Select(pair => pair.Value).ToList();
        Assert.Equal(Chart.Length, each.Count);
        Assert.InRange(each.Min(), each.Max() * 0.7, each.Max());
    }

    [Fact]
    public void An_api_that_fails_for_itself_is_told_from_the_limit_the_others_share()
    {
        var shared = new TokenBucket(50, 10);
        var never = new TokenBucket(0, 0);
        using var platform = new LimitedPlatform(api => api == "allergy" ? never : shared);
        foreach (var api in Chart)
            platform.Ask(api, 50, always: true);

        platform.Run(TimeSpan.FromSeconds(20));
        shared.Reset(platform.Now);
        platform.Run(TimeSpan.FromSeconds(60));
        shared.Fill(platform.Now);

        Assert.True(
            shared.UsedShare > 0.9 && never.Throttled < 150,
            $"{shared.UsedShare:P2} used, {never.Throttled} asked in vain"
        );
    }

    [Fact]
    public void Interactive_calls_go_before_background_ones_and_do_not_starve_them()
    {
        var bucket = new TokenBucket(50, 10);
        using var platform = new LimitedPlatform(_ => bucket).Ask(
            "observation",
            200,
            CallPriority.Background,
            always: true
        );
        platform.Run(TimeSpan.FromSeconds(20));
        var before = platform.Answered.Count;

        platform.Ask("observation", 200, always: true);
        platform.Run(TimeSpan.FromSeconds(20));

        var background = platform
            .Answered.Skip(before)
            .Count(call => call.Turn.Priority is CallPriority.Background);
        Assert.InRange(
            background,
            (platform.Answered.Count - before) * 0.05,
            (platform.Answered.Count - before) * 0.15
        );
    }
}
