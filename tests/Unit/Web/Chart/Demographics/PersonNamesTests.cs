using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Demographics;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Demographics;

public sealed class PersonNamesTests
{
    [Fact]
    public void PAB_0049_A_name_is_family_then_given_then_title() =>
        Assert.Equal(
            "ROBERSON, Analisa (Ms)",
            PersonNames.Shown([
                new PersonName
                {
                    FamilyNames = ["Roberson"],
                    GivenNames = ["Analisa"],
                    Prefix = "Ms",
                },
            ])
        );

    [Fact]
    public void PAB_0051_Somebody_with_one_name_has_one_name() =>
        Assert.Equal("Sukarno", PersonNames.Shown([new PersonName { GivenNames = ["Sukarno"] }]));

    [Fact]
    public void A_source_that_sends_only_text_is_shown_as_it_came() =>
        Assert.Equal(
            "Roberson, Analisa",
            PersonNames.Shown([new PersonName { Formatted = "Roberson, Analisa" }])
        );

    [Fact]
    public void PAB_0061_A_preferred_name_stands_beside_never_instead()
    {
        PersonName[] names =
        [
            new() { Use = "preferred", GivenNames = ["Ana"] },
            new()
            {
                Use = "official",
                FamilyNames = ["Roberson"],
                GivenNames = ["Analisa"],
            },
        ];

        Assert.Equal("ROBERSON, Analisa", PersonNames.Shown(names));
        Assert.Equal("Ana", PersonNames.Preferred(names));
    }

    [Fact]
    public void No_name_is_no_name() => Assert.Null(PersonNames.Shown([new PersonName()]));
}
