using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Demographics;
using HeiChartViewer.Web.Search;

namespace HeiChartViewer.Tests.Unit.Web.Search;

public sealed class SimilarPeopleTests
{
    [Theory]
    [InlineData("ROBERSON, Analisa", "1934-08-20", "ROBERTSON, Analena", "1970-01-01", true)]
    [InlineData("ROBERSON, Analisa", "1934-08-20", "ROBERSON, Mark", "1934-08-20", true)]
    [InlineData("ÅBERG, Émilie", "1980-01-01", "ABERG, Emil", "1990-01-01", true)]
    [InlineData("ROBERSON, Analisa", "1934-08-20", "ROBERSON, Mark", "1970-01-01", false)]
    [InlineData("ROBERSON, Analisa", "1934-08-20", "OKAFOR, Ngozi", "1934-08-20", false)]
    public void People_who_could_be_taken_for_one_another_are_marked(
        string one,
        string oneBorn,
        string other,
        string otherBorn,
        bool similar
    )
    {
        var marked = SimilarPeople.Mark([Hit("1", one, oneBorn), Hit("2", other, otherBorn)]);

        Assert.All(marked, hit => Assert.Equal(similar, hit.IsSimilarToAnother));
    }

    [Fact]
    public void Nobody_is_similar_to_themselves() =>
        Assert.False(
            SimilarPeople.Mark([Hit("1", "ROBERSON, Analisa", "1934-08-20")])[0].IsSimilarToAnother
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
