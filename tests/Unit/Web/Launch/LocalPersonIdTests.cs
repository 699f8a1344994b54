using HeiChartViewer.Web.Launch;

namespace HeiChartViewer.Tests.Unit.Web.Launch;

public sealed class LocalPersonIdTests
{
    [Theory]
    [InlineData("12345", "12345")]
    [InlineData("12345.00", "12345")]
    [InlineData("12345.0", "12345")]
    [InlineData("^12345^", "12345")]
    [InlineData("^12345.00^", "12345")]
    [InlineData("A-1.2_b:3", "A-1.2_b:3")]
    [InlineData("0042", "0042")]
    public void Millenniums_wrapping_is_taken_off_and_nothing_else(string sent, string id) =>
        Assert.Equal(id, LocalPersonId.Normalise(sent));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("0")]
    [InlineData("0.00")]
    [InlineData("000")]
    [InlineData("-5")]
    [InlineData("12 345")]
    [InlineData(" 12345")]
    [InlineData("12345\n")]
    [InlineData("12345.00\n")]
    [InlineData("12345.50x.")]
    [InlineData("12..5")]
    [InlineData("../patients")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("%2e%2e")]
    [InlineData("1&2")]
    [InlineData("^^")]
    [InlineData("^")]
    [InlineData("12345^")]
    [InlineData("١٢٣٤٥")]
    [InlineData("１２３")]
    [InlineData("аbc")]
    [InlineData("12\u0000345")]
    [InlineData("12\u202e345")]
    [InlineData("<script>")]
    [InlineData("1;drop")]
    public void Control_18_What_is_not_a_plausible_id_is_refused(string sent) =>
        Assert.Null(LocalPersonId.Normalise(sent));

    [Fact]
    public void Control_18_An_id_has_a_greatest_length()
    {
        Assert.NotNull(LocalPersonId.Normalise(new string('7', LocalPersonId.MaxLength)));
        Assert.Null(LocalPersonId.Normalise(new string('7', LocalPersonId.MaxLength + 1)));
        Assert.Null(LocalPersonId.Normalise(new string('7', 4096)));
    }
}
