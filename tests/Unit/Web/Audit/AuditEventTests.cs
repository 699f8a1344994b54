using System.Globalization;
using HeiChartViewer.Web.Audit;

namespace HeiChartViewer.Tests.Unit.Web.Audit;

public sealed class AuditEventTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, 89, TimeSpan.Zero);

    [Fact]
    public void The_hash_of_an_entry_never_changes()
    {
        var entry = new AuditEntry(AuditAction.PersonSearched)
        {
            UserId = "clinician-1",
            UserName = "Zoë \"Z\" <O'Neil>",
            Detail = "YWJj",
        };
        var first = AuditEvent.Next(entry, At, previous: null);
        Assert.Equal(
            "ccca2039eb7f7a982a5e6d711b0b21a632e9ef89fd2c6a5a0cef2aaede12f52b",
            first.Hash
        );
    }

    [Fact]
    public void An_entry_is_chained_to_the_one_before()
    {
        var first = AuditEvent.Next(AuditFile.Entry("x"), At, previous: null);
        var second = AuditEvent.Next(AuditFile.Entry("x"), At, new AuditHead(first.Id, first.Hash));
        Assert.Equal((2, first.Hash), (second.Id, second.PreviousHash));
        Assert.NotEqual(first.Hash, second.Hash);
    }

    [Fact]
    public void The_time_is_utc_and_no_finer_than_every_store_keeps()
    {
        var at = DateTimeOffset.Parse(
            "2026-03-04T07:06:07.0899999+02:00",
            CultureInfo.InvariantCulture
        );
        var entry = AuditEvent.Next(AuditFile.Entry("x"), at, previous: null);
        Assert.Equal((At, TimeSpan.Zero), (entry.At, entry.At.Offset));
    }

    [Theory]
    [InlineData("a\r\nb\tc", "a[U+000D][U+000A]b[U+0009]c")]
    [InlineData("a\u0000b\u001b[31mc\u0085d", "a[U+0000]b[U+001B][31mc[U+0085]d")]
    [InlineData("a\u2028b\u2029c", "a[U+2028]b[U+2029]c")]
    [InlineData("a\u202eb\u2066c\u200fd\u061ce", "a[U+202E]b[U+2066]c[U+200F]d[U+061C]e")]
    [InlineData("a\U000E0041b", "a[U+E0041]b")]
    [InlineData("Zoë 山田 😀", "Zoë 山田 😀")]
    public void Control_56_What_would_break_a_line_or_turn_it_round_is_named_instead(
        string given,
        string kept
    )
    {
        Assert.Equal(kept, Detail(given));
        Assert.Equal(
            kept,
            AuditEvent.Next(new(AuditAction.SignIn) { UserName = given }, At, null).UserName
        );
    }

    [Fact]
    public void Half_a_character_is_replaced_so_that_what_is_hashed_is_what_is_kept() =>
        Assert.Equal("a\ufffdb", Detail("a" + '\ud83d' + "b"));

    [Theory]
    [InlineData(4000, "x", 4000, 'x')]
    [InlineData(4001, "x", 4000, '…')]
    [InlineData(3000, "😀", 3999, '…')]
    [InlineData(1000, "\n", 4000, '…')]
    public void A_detail_is_bounded_and_says_when_its_end_is_missing(
        int times,
        string part,
        int length,
        char last
    )
    {
        var kept = Detail(string.Concat(Enumerable.Repeat(part, times)))!;
        Assert.Equal((length, last), (kept.Length, kept[^1]));
        Assert.DoesNotContain('\ufffd', kept);
    }

    [Fact]
    public void Any_other_field_is_bounded_too()
    {
        var kept = AuditEvent.Next(
            new(AuditAction.SignIn) { UserId = new string('x', 500) },
            At,
            null
        );
        Assert.Equal(200, kept.UserId!.Length);
    }

    private static string? Detail(string given) =>
        AuditEvent
            .Next(new(AuditAction.LaunchRefused) { Detail = given }, At, previous: null)
            .Detail;
}
