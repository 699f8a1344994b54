using HeiChartViewer.Web.Search;

namespace HeiChartViewer.Tests.Unit.Web.Search;

public sealed class PersonCriteriaFormTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Promise_17_One_criterion_is_not_enough()
    {
        Assert.Null(new PersonCriteriaForm { Name = "Roberson" }.Read(Today, out var problem));
        Assert.Contains("at least two", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20-Aug-1934")]
    [InlineData("20 aug 1934")]
    [InlineData("1934-08-20")]
    [InlineData(" 20-August-1934 ")]
    public void A_birth_date_is_read_where_it_can_mean_only_one_day(string typed)
    {
        var criteria = new PersonCriteriaForm { Name = "Roberson", BirthDate = typed }.Read(
            Today,
            out _
        );

        Assert.Equal(new DateOnly(1934, 8, 20), criteria!.BirthDate);
    }

    [Theory]
    [InlineData("08/20/1934")]
    [InlineData("20/08/1934")]
    [InlineData("03-04-2021")]
    [InlineData("1934")]
    [InlineData("31-Feb-1934")]
    [InlineData("24-Nov-2026")]
    public void A_birth_date_that_could_mean_another_day_is_asked_for_again(string typed)
    {
        Assert.Null(
            new PersonCriteriaForm { Name = "Roberson", BirthDate = typed }.Read(
                Today,
                out var problem
            )
        );
        Assert.Contains("birth date", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Blank_fields_are_no_criteria() =>
        Assert.Null(
            new PersonCriteriaForm
            {
                Name = "Roberson",
                Phone = "  ",
                Identifier = "",
            }.Read(Today, out _)
        );

    [Fact]
    public void Promise_17_The_sex_is_no_second_criterion_for_healtheintent_takes_none()
    {
        Assert.Null(
            new PersonCriteriaForm { Name = "Roberson", Sex = PersonSex.Female }.Read(
                Today,
                out var problem
            )
        );
        Assert.Contains("at least two", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Contract_3_2_An_identifier_is_searched_for_in_the_namespace_that_was_chosen()
    {
        PersonCriteriaForm Form(string? identifier) =>
            new()
            {
                Name = "Roberson",
                Phone = "1",
                Identifier = identifier,
                IdentifierSystem = "1.2.3",
                Sex = PersonSex.Female,
            };

        var search = Form("42").Read(Today, out _)!.ToSearch();

        Assert.Equal(("1.2.3", "42"), (search.Alias!.System, search.Alias.Value));
        Assert.Null(Form(" ").Read(Today, out _)!.ToSearch().Alias);
        Assert.Null(
            new PersonCriteriaForm { Name = "Roberson", IdentifierSystem = "1.2.3" }.Read(
                Today,
                out _
            )
        );
    }

    [Fact]
    public void An_endless_field_is_refused() =>
        Assert.Null(
            new PersonCriteriaForm { Name = new string('a', 101), Phone = "1" }.Read(Today, out _)
        );
}
