using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Tests.Unit.Sandbox.Population;

/// <summary>What people can be found by is what their records say, and holds none of the records.</summary>
public sealed class SearchKeysTests
{
    private static readonly TenantPopulation Everybody = Census.Take(1, 240, RecordDates.Today);

    [Fact]
    public void Everybody_is_found_by_every_name_number_and_date_of_every_source()
    {
        foreach (var person in Everybody.People)
        foreach (var record in person.Demographics)
        {
            var keys = person.SearchKeys;
            Assert.True(keys.WasBornOn(record.BirthDate!), person.Key);
            foreach (var name in record.Names)
            {
                var words = SearchKeys.Words(
                    string.Join(' ', name.FamilyNames.Concat(name.GivenNames))
                );
                Assert.True(keys.HasName(words), person.Key);
                Assert.True(keys.HasName([.. words.Select(word => word[..1])]), person.Key);
                Assert.False(keys.HasName([.. words, "quetzalcoatlus"]), person.Key);
            }
            foreach (var alias in record.Aliases!)
            {
                Assert.True(keys.HasAlias(alias.Value, alias.System), person.Key);
                Assert.True(keys.HasAlias(alias.Value, null), person.Key);
                Assert.False(keys.HasAlias(alias.Value, "1.2.3"), person.Key);
            }
            foreach (var telecom in record.Telecoms ?? [])
                Assert.True(keys.HasTelephone(SearchKeys.Digits(telecom.Value)), person.Key);
        }
    }

    [Theory]
    [InlineData("rober", true)]
    [InlineData("berson", false)]
    [InlineData("analisa roberson", true)]
    [InlineData("analisa pemberton", false)]
    public void A_word_counts_from_its_beginning(string name, bool isFound) =>
        Assert.Equal(isFound, Everybody.People[0].SearchKeys.HasName(SearchKeys.Words(name)));

    [Fact]
    public void A_name_that_no_source_puts_together_is_not_found()
    {
        var renamed = Everybody.People.First(person =>
            !person.IsCase
            && person
                .Demographics.Select(x => x.Names[0].FamilyNames[0].ToUpperInvariant())
                .Distinct()
                .Count() > 1
        );
        var families = renamed
            .Demographics.Select(x => x.Names[0].FamilyNames[0])
            .DistinctBy(x => x.ToUpperInvariant());

        Assert.False(renamed.SearchKeys.HasName(SearchKeys.Words(string.Join(' ', families))));
    }

    [Fact]
    public void Nobodys_demographics_are_held()
    {
        var person = Everybody.People[0];

        Assert.NotSame(person.Demographics, person.Demographics);
    }
}
