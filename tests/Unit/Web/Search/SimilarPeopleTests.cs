using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Demographics;
using HeiChartViewer.Web.Search;

namespace HeiChartViewer.Tests.Unit.Web.Search;

public sealed class SimilarPeopleTests
{
    [Theory]
    [InlineData(
        "ROBERSON, Analisa",
        "1934-08-20",
        "ROBERTSON, Analena",
        "1970-01-01",
        Likeness.Name
    )]
    [InlineData(
        "ROBERSON, Analisa",
        "1934-08-20",
        "ROBERTSON, Analena",
        "1934-08-20",
        Likeness.NameAndBirthDate
    )]
    [InlineData(
        "ROBERSON, Analisa",
        "1934-08-20",
        "ROBERSON, Mark",
        "1934-08-20",
        Likeness.FamilyNameAndBirthDate
    )]
    [InlineData("ÅBERG, Émilie", "1980-01-01", "ABERG, Emil", "1990-01-01", Likeness.Name)]
    [InlineData(
        "ROBERSON, Analisa",
        "1934-08-20",
        "OKAFOR, Ngozi",
        "1934-08-20",
        Likeness.BirthDate
    )]
    [InlineData("ROBERSON, Analisa", "1934-08-20", "ROBERSON, Mark", "1970-01-01", null)]
    [InlineData("ROBERSON, Analisa", "1934", "OKAFOR, Ngozi", "1934", null)]
    public void UX_1_People_who_could_be_taken_for_one_another_are_marked_with_why(
        string one,
        string oneBorn,
        string other,
        string otherBorn,
        Likeness? why
    )
    {
        var marked = SimilarPeople.Mark([Hit("1", one, oneBorn), Hit("2", other, otherBorn)]);

        Assert.All(
            marked,
            hit => Assert.Equal(why is { } likeness ? [likeness] : [], hit.Likenesses)
        );
    }

    [Fact]
    public void Who_is_like_several_for_several_reasons_is_marked_with_each() =>
        Assert.Equal(
            [Likeness.Name, Likeness.BirthDate],
            SimilarPeople
                .Mark([
                    Hit("1", "ROBERSON, Analisa", "1934-08-20"),
                    Hit("2", "ROBERTSON, Analena", "1970-01-01"),
                    Hit("3", "OKAFOR, Ngozi", "1934-08-20"),
                ])[0]
                .Likenesses
        );

    [Fact]
    public void Nobody_is_similar_to_themselves() =>
        Assert.Empty(
            SimilarPeople.Mark([Hit("1", "ROBERSON, Analisa", "1934-08-20")])[0].Likenesses
        );

    private static PersonHit Hit(string id, string name, string born) =>
        new(id)
        {
            Identity = PatientIdentity.From(
                [
                    new DemographicRecord
                    {
                        Names =
                        [
                            new PersonName
                            {
                                FamilyNames = [name.Split(", ")[0]],
                                GivenNames = [name.Split(", ")[1]],
                            },
                        ],
                        BirthDate = PartialDate.Parse(born),
                    },
                ],
                new SourceIdentifier("p", id)
            ),
        };
}
