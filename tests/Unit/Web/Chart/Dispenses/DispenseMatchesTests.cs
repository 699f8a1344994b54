using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Dispenses;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Dispenses;

public sealed class DispenseMatchesTests
{
    private const string Claims = "claims";

    [Fact]
    public void A_dispense_belongs_to_the_order_it_names()
    {
        var matches = DispenseMatches.Between(
            [Drug("m1", "1"), Drug("m2", "1")],
            [Fill("d1", "1") with { Medication = new("m2") }]
        );

        Assert.Empty(matches.Of([Drug("m1")]));
        Assert.Equal(
            ("d1", MatchedBy.Order),
            Assert.Single(matches.Of([Drug("m2")])) is var one ? (one.Dispense.Id, one.By) : default
        );
    }

    [Fact]
    public void An_order_may_be_named_by_its_id_in_the_same_source_and_in_no_other()
    {
        var order = Drug("m1") with { SourceIdentifier = new(Sample.Partition, "order-7") };
        var fill = Fill("d1") with { Medication = new("order-7") };

        Assert.Equal(
            1,
            DispenseMatches
                .Between([order], [fill with { SourceIdentifier = new(Sample.Partition, "x") }])
                .Matched
        );
        Assert.Equal(
            0,
            DispenseMatches
                .Between([order], [fill with { SourceIdentifier = new(Claims, "x") }])
                .Matched
        );
    }

    [Fact]
    public void An_order_may_be_named_by_an_identifier_that_both_have()
    {
        var alias = new Alias { System = "rx", Value = "7" };

        Assert.Equal(
            1,
            DispenseMatches
                .Between(
                    [Drug("m1") with { Aliases = [alias] }],
                    [Fill("d1") with { Aliases = [alias] }]
                )
                .Matched
        );
    }

    [Fact]
    public void Without_an_order_only_exactly_the_same_code_matches_and_it_is_said()
    {
        var matches = DispenseMatches.Between(
            [Drug("m1", "197361")],
            [Fill("d1", "197361"), Fill("d2", "197362"), Fill("d3")]
        );

        Assert.Equal(MatchedBy.Code, Assert.Single(matches.Of([Drug("m1")])).By);
        Assert.Equal(["d2", "d3"], matches.Unmatched.Select(dispense => dispense.Id));
    }

    [Fact]
    public void Words_alone_match_nothing()
    {
        var medication = Drug("m1") with { Code = Sample.Text("Lisinopril 10 mg") };
        var fill = Fill("d1") with { Code = Sample.Text("Lisinopril 10 mg") };

        Assert.Equal([fill], DispenseMatches.Between([medication], [fill]).Unmatched);
    }

    [Fact]
    public void Of_several_orders_of_a_drug_the_one_of_the_same_source_that_had_begun_is_meant()
    {
        Medication[] medications =
        [
            Drug("other", "1") with
            {
                SourceIdentifier = new(Claims, "1"),
                Start = PartialDate.Parse("2026-01-01"),
            },
            Drug("later", "1") with
            {
                SourceIdentifier = new(Sample.Partition, "2"),
                Start = PartialDate.Parse("2026-06-01"),
            },
            Drug("begun", "1") with
            {
                SourceIdentifier = new(Sample.Partition, "3"),
                Start = PartialDate.Parse("2026-01-01"),
            },
        ];

        var matches = DispenseMatches.Between(
            medications,
            [
                Fill("d1", "1") with
                {
                    SourceIdentifier = new(Sample.Partition, "4"),
                    DispensedOn = PartialDate.Parse("2026-03-01"),
                },
            ]
        );

        Assert.Single(matches.Of([medications[2]]));
    }

    [Fact]
    public void A_row_has_the_dispenses_of_all_its_records_the_newest_first_and_those_without_a_date_last()
    {
        var matches = DispenseMatches.Between(
            [Drug("m1"), Drug("m2")],
            [
                Fill("none") with
                {
                    Medication = new("m1"),
                },
                Fill("old") with
                {
                    Medication = new("m1"),
                    DispensedOn = PartialDate.Parse("2025"),
                },
                Fill("new") with
                {
                    Medication = new("m2"),
                    DispensedOn = PartialDate.Parse("2026-02"),
                },
            ]
        );

        Assert.Equal(
            ["new", "old", "none"],
            matches.Of([Drug("m1"), Drug("m2")]).Select(one => one.Dispense.Id)
        );
    }

    [Fact]
    public void Rule_4_No_dispense_is_lost_and_none_is_in_two_places()
    {
        var random = new Random(20261123);
        for (var round = 0; round < 300; round++)
        {
            var medications = Enumerable
                .Range(0, random.Next(6))
                .Select(i =>
                    Drug($"m{random.Next(4)}", Code()) with
                    {
                        SourceIdentifier = Source(i),
                    }
                )
                .ToList();
            var dispenses = Enumerable
                .Range(0, random.Next(12))
                .Select(i =>
                    Fill($"d{i}", Code()) with
                    {
                        SourceIdentifier = Source(i),
                        Medication = random.Next(3) == 0 ? new($"m{random.Next(6)}") : null,
                    }
                )
                .ToList();

            var matches = DispenseMatches.Between(medications, dispenses);

            Assert.Equal(
                dispenses.Select(dispense => dispense.Id).Order(StringComparer.Ordinal),
                matches
                    .Of(medications)
                    .Select(one => one.Dispense.Id)
                    .Concat(matches.Unmatched.Select(dispense => dispense.Id))
                    .Order(StringComparer.Ordinal)
            );
            Assert.Equal(dispenses.Count, matches.Matched + matches.Unmatched.Count);
        }

        string? Code() => random.Next(3) is > 0 and var code ? $"{code}" : null;
        SourceIdentifier? Source(int id) =>
            random.Next(3) switch
            {
                0 => null,
                1 => new(Claims, $"{id}"),
                _ => new(Sample.Partition, $"{id}"),
            };
    }

    private static Medication Drug(string id, string? code = null) =>
        new() { Id = id, Code = code is null ? null : Sample.Code(CodeSystems.RxNorm, code) };

    private static MedicationDispense Fill(string id, string? code = null) =>
        new() { Id = id, Code = code is null ? null : Sample.Code(CodeSystems.RxNorm, code) };
}
