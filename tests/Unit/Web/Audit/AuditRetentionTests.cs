using HeiChartViewer.Web.Audit;

namespace HeiChartViewer.Tests.Unit.Web.Audit;

public sealed class AuditRetentionTests
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(30);
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task What_is_too_old_goes_and_the_chain_stays_sound()
    {
        await using var file = await AuditFile.CreateAsync(clock: _clock);
        await file.WriteAsync("one", "two");
        _clock.Advance(TimeSpan.FromDays(29));
        await file.WriteAsync("three");
        _clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(2, await file.Retention.TrimAsync(Keep, CancellationToken.None));

        var kept = await file.ReadAsync();
        Assert.Equal("three", kept[0].Detail);
        Assert.Equal(AuditAction.LogTrimmed, kept[1].Action);
        Assert.True((await file.Chain.VerifyAsync()).IsSound);
        await file.WriteAsync("four");
        Assert.True((await file.Chain.VerifyAsync()).IsSound);
    }

    [Fact]
    public async Task Trimmed_twice_it_is_still_sound()
    {
        await using var file = await AuditFile.CreateAsync(clock: _clock);
        foreach (var detail in new[] { "one", "two", "three" })
        {
            await file.WriteAsync(detail);
            _clock.Advance(TimeSpan.FromDays(20));
            await file.Retention.TrimAsync(Keep, CancellationToken.None);
        }

        Assert.True((await file.Chain.VerifyAsync()).IsSound);
        Assert.DoesNotContain("one", (await file.ReadAsync()).Select(entry => entry.Detail));
    }

    [Fact]
    public async Task Nothing_old_is_nothing_said()
    {
        await using var file = await AuditFile.CreateAsync(clock: _clock);
        await file.WriteAsync("one");

        Assert.Equal(0, await file.Retention.TrimAsync(Keep, CancellationToken.None));

        Assert.Single(await file.ReadAsync());
    }

    [Fact]
    public async Task Control_63_A_beginning_that_somebody_else_cut_off_shows()
    {
        await using var file = await AuditFile.CreateAsync(clock: _clock);
        await file.WriteAsync("one");
        _clock.Advance(TimeSpan.FromDays(31));
        await file.WriteAsync("two", "three");
        await file.Retention.TrimAsync(Keep, CancellationToken.None);
        Assert.True((await file.Chain.VerifyAsync()).IsSound);

        await file.TamperAsync("DELETE FROM AuditEvents WHERE Id = 2");

        Assert.Equal(
            new BrokenAuditEntry(1, AuditBreak.Missing),
            (await file.Chain.VerifyAsync()).Broken
        );
    }
}
