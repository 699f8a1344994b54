using HeiChartViewer.Web.Audit;

namespace HeiChartViewer.Tests.Unit.Web.Audit;

public sealed class AuditChainTests
{
    [Fact]
    public async Task An_empty_log_is_sound()
    {
        await using var file = await AuditFile.CreateAsync();
        Assert.Equal(new(null, null), await file.Chain.VerifyAsync());
    }

    [Theory]
    [InlineData("UPDATE AuditEvents SET PatientId = 'other' WHERE Id = 3", 3, AuditBreak.Altered)]
    [InlineData("UPDATE AuditEvents SET Detail = NULL WHERE Id = 3", 3, AuditBreak.Altered)]
    [InlineData(
        "UPDATE AuditEvents SET At = '2026-03-04 05:06:07.09+00:00' WHERE Id = 3",
        3,
        AuditBreak.Altered
    )]
    [InlineData("UPDATE AuditEvents SET At = 'long ago' WHERE Id = 3", 3, AuditBreak.Unreadable)]
    [InlineData("UPDATE AuditEvents SET Action = 'Nothing' WHERE Id = 3", 3, AuditBreak.Unreadable)]
    [InlineData("UPDATE AuditEvents SET Hash = 'x' WHERE Id = 3", 3, AuditBreak.Altered)]
    [InlineData("UPDATE AuditEvents SET PreviousHash = 'x' WHERE Id = 3", 3, AuditBreak.Unlinked)]
    [InlineData("DELETE FROM AuditEvents WHERE Id = 1", 1, AuditBreak.Missing)]
    [InlineData("DELETE FROM AuditEvents WHERE Id = 3", 3, AuditBreak.Missing)]
    [InlineData(
        "DELETE FROM AuditEvents WHERE Id = 3; UPDATE AuditEvents SET Id = Id - 1 WHERE Id > 3",
        3,
        AuditBreak.Unlinked
    )]
    [InlineData(
        "UPDATE AuditEvents SET Id = -1 WHERE Id = 2; UPDATE AuditEvents SET Id = 2 WHERE Id = 3; UPDATE AuditEvents SET Id = 3 WHERE Id = -1",
        2,
        AuditBreak.Unlinked
    )]
    [InlineData(
        "INSERT INTO AuditEvents (Id, At, Action, Outcome, PreviousHash, Hash) SELECT 6, At, Action, Outcome, PreviousHash, Hash FROM AuditEvents WHERE Id = 5",
        6,
        AuditBreak.Unlinked
    )]
    [InlineData(
        "INSERT INTO AuditEvents (Id, At, Action, Outcome, PreviousHash, Hash) SELECT 6, At, Action, Outcome, Hash, Hash FROM AuditEvents WHERE Id = 5",
        6,
        AuditBreak.Altered
    )]
    [InlineData(
        "INSERT INTO AuditEvents (Id, At, Action, Outcome, PreviousHash, Hash) SELECT 0, At, Action, Outcome, PreviousHash, Hash FROM AuditEvents WHERE Id = 1",
        0,
        AuditBreak.Inserted
    )]
    public async Task Tampering_is_found_and_the_first_broken_entry_is_named(
        string sql,
        long id,
        AuditBreak found
    )
    {
        await using var file = await AuditFile.CreateAsync();
        await file.WriteAsync("one", "two", "three", "four", "five");
        Assert.True((await file.Chain.VerifyAsync()).IsSound);
        await file.TamperAsync(sql);
        var verification = await file.Chain.VerifyAsync();
        Assert.Equal(new BrokenAuditEntry(id, found), verification.Broken);
        Assert.Equal(id <= 1 ? null : id - 1, verification.Head?.Id);
    }

    [Fact]
    public async Task An_end_that_was_cut_off_is_missed_by_a_witness()
    {
        await using var file = await AuditFile.CreateAsync();
        await file.WriteAsync("one", "two", "three");
        var witness = (await file.Chain.VerifyAsync()).Head!;
        await file.WriteAsync("four");
        Assert.True((await file.Chain.VerifyAsync(witness)).IsSound);
        await file.TamperAsync("DELETE FROM AuditEvents WHERE Id > 2");
        Assert.True((await file.Chain.VerifyAsync()).IsSound);
        Assert.Equal(
            new BrokenAuditEntry(3, AuditBreak.NotAsWitnessed),
            (await file.Chain.VerifyAsync(witness)).Broken
        );
    }
}
