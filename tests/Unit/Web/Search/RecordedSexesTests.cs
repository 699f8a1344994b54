using HealtheIntent.Client;
using HeiChartViewer.Web.Search;

namespace HeiChartViewer.Tests.Unit.Web.Search;

/// <summary>Contract 3.2: HealtheIntent takes no sex, so people are left out by it only after their demographics were read.</summary>
public sealed class RecordedSexesTests
{
    [Theory]
    [InlineData("Female", null, PersonSex.Female, true)]
    [InlineData(null, "FEMALE", PersonSex.Female, true)]
    [InlineData("f", null, PersonSex.Female, true)]
    [InlineData("Male", null, PersonSex.Female, false)]
    [InlineData("Other", null, PersonSex.Male, false)]
    public void A_person_is_left_out_who_is_recorded_with_another_sex_alone(
        string? gender,
        string? birthSex,
        PersonSex sought,
        bool stays
    ) => Assert.Equal(stays, Hit(Record(gender, birthSex)).MayBe(sought));

    [Fact]
    public void Who_is_recorded_with_both_is_found_by_either()
    {
        var hit = Hit(Record("Male", "Female"), Record("Male", null));

        Assert.True(hit.MayBe(PersonSex.Female));
        Assert.True(hit.MayBe(PersonSex.Male));
        Assert.False(hit.MayBe(PersonSex.Other));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Unknown")]
    [InlineData("Mujer")]
    [InlineData("Kvinna")]
    [InlineData("")]
    public void Nobody_is_left_out_for_what_cannot_be_told(string? gender) =>
        Assert.True(Hit(Record(gender, null)).MayBe(PersonSex.Male));

    [Fact]
    public void Who_could_not_be_read_is_not_left_out() =>
        Assert.True(new PersonHit("1").MayBe(PersonSex.Female));

    [Fact]
    public void A_code_is_read_where_the_words_are_in_another_language() =>
        Assert.False(
            Hit(new DemographicRecord { Gender = Sample.Code("1.2.3", "MALE", "Hombre") })
                .MayBe(PersonSex.Female)
        );

    private static PersonHit Hit(params DemographicRecord[] records) =>
        new("1") { Sexes = RecordedSexes.Of(records) };

    private static DemographicRecord Record(string? gender, string? birthSex) =>
        new()
        {
            Gender = gender is null ? null : Sample.Text(gender),
            BirthSex = birthSex is null ? null : Sample.Text(birthSex),
        };
}
