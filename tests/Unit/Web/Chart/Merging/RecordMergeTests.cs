using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Merging;
using HeiChartViewer.Web.Chart.Records;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Merging;

public sealed class RecordMergeTests
{
    private const string Asthma = "195967001";
    private const string AsthmaIcd = "J45.909";
    private static readonly HealtheIntentClient Client = Sample.Client();
    private static readonly RecordSection<Condition> Conditions = RecordSections.Conditions(
        Sample.Clients(Client)
    );
    private static readonly RecordSection<Observation> Results = RecordSections.Results(
        Sample.Clients(Client)
    );
    private static readonly RecordSection<DocumentReference> Documents = RecordSections.Documents(
        Sample.Clients(Client)
    );

    [Fact]
    public void Rule_4_Records_of_the_same_code_are_one_row_with_all_of_them_behind_it()
    {
        var row = Assert.Single(
            Merge(
                Condition("1", "here", "Asthma", (CodeSystems.Snomed, Asthma)),
                Condition("2", "there", "Bronchial asthma", (CodeSystems.Snomed, Asthma))
            )
        );

        Assert.Equal(["1", "2"], row.Contributors.Select(record => record.Id));
        Assert.Equal(2, row.Sources.Count);
    }

    [Fact]
    public void Rule_4_The_same_words_under_different_codes_stay_apart() =>
        Assert.Equal(
            2,
            Merge(
                Condition("1", "here", "Asthma", (CodeSystems.Snomed, Asthma)),
                Condition("2", "there", "Asthma", (CodeSystems.Snomed, "389145006"))
            ).Count
        );

    [Fact]
    public void Rule_4_Words_count_only_where_no_code_exists_and_only_when_they_are_the_same()
    {
        Assert.Single(
            Merge(Condition("1", "here", "Hay  fever"), Condition("2", "there", " hay FEVER "))
        );
        Assert.Equal(
            2,
            Merge(Condition("1", "here", "Hay fever"), Condition("2", "there", "Hayfever")).Count
        );
        Assert.Equal(
            2,
            Merge(
                Condition("1", "here", "Asthma"),
                Condition("2", "there", "Asthma", (CodeSystems.Snomed, Asthma))
            ).Count
        );
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("urn:cerner:coding:codingsystem:codeset:72")]
    [InlineData("urn:local")]
    public void Rule_4_A_code_without_a_standard_system_says_nothing_across_sources(string? system)
    {
        Assert.Equal(
            2,
            Merge(
                Condition("1", "here", "Asthma", (system!, "1234")),
                Condition("2", "there", "Gout", (system!, "1234"))
            ).Count
        );
        Assert.Single(
            Merge(
                Condition("1", "here", "Asthma", (system!, "1234")),
                Condition("2", "there", "asthma", (system!, "5678"))
            )
        );
        // Words are never compared with a code.
        Assert.Equal(
            2,
            Merge(
                Condition("1", "here", "Asthma", (system!, "1234")),
                Condition("2", "there", "Asthma", (CodeSystems.Snomed, Asthma))
            ).Count
        );
    }

    [Theory]
    [InlineData("2019", "2019-03-04", true)]
    [InlineData("2019-03", "2019-03-04", true)]
    [InlineData("2019-03-04", "2019-03-04T23:30:00-06:00", true)]
    [InlineData("2019-03-04T10:00:00Z", "2019-03-04T04:00:00-06:00", true)]
    [InlineData("2019", "2018-12-31", false)]
    [InlineData("2019-03", "2019-04-01", false)]
    [InlineData("2019-03-04", "2019-03-05", false)]
    [InlineData("sometime", "2019", false)]
    public void Dates_agree_only_where_one_holds_the_other(string one, string other, bool agree)
    {
        var onset = Assert.Single(
            Merge(
                Condition("1", "here", "Asthma") with
                {
                    Onset = PartialDate.Parse(one),
                },
                Condition("2", "there", "Asthma") with
                {
                    Onset = PartialDate.Parse(other),
                }
            )
        );

        Assert.Equal(
            agree ? [] : ["Onset"],
            onset.Disagreements.Select(disagreement => disagreement.Label.English)
        );
    }

    [Fact]
    public void Onset_of_an_allergy_and_start_and_end_of_a_medication_are_compared()
    {
        var allergies = RecordSections.Allergies(Sample.Clients(Client));
        var medications = RecordSections.Medications(Sample.Clients(Client), new ManualClock());
        Allergy Allergy(string source, string onset) =>
            new()
            {
                Id = source,
                SourceIdentifier = new(source, "1"),
                Code = Sample.Text("Penicillin"),
                Onset = PartialDate.Parse(onset),
            };
        Medication Medication(string source, string start, string end) =>
            new()
            {
                Id = source,
                SourceIdentifier = new(source, "1"),
                Code = Sample.Text("Lisinopril"),
                Start = PartialDate.Parse(start),
                End = PartialDate.Parse(end),
            };

        Assert.Equal(
            ["Since"],
            Labels(RecordMerge.Merge(allergies, [Allergy("a", "2001"), Allergy("b", "2002")]))
        );
        Assert.Equal(
            ["From", "Until"],
            Labels(
                RecordMerge.Merge(
                    medications,
                    [Medication("a", "2019-01", "2020"), Medication("b", "2019-02", "2021")]
                )
            )
        );

        static IEnumerable<string> Labels<TRecord>(IReadOnlyList<MergedRecord<TRecord>> rows)
            where TRecord : ClinicalRecord =>
            Assert.Single(rows).Disagreements.Select(one => one.Label.English);
    }

    [Fact]
    public void A_classification_joins_a_finer_code_only_where_it_can_mean_that_one_alone()
    {
        var one = Condition(
            "1",
            "here",
            "Asthma",
            (CodeSystems.Snomed, Asthma),
            (CodeSystems.Icd10Cm, AsthmaIcd)
        );
        var other = Condition(
            "2",
            "here",
            "Allergic asthma",
            (CodeSystems.Snomed, "389145006"),
            (CodeSystems.Icd10Cm, AsthmaIcd)
        );
        var claim = Condition("3", "claims", "ASTHMA", (CodeSystems.Icd10Cm, AsthmaIcd));

        Assert.Single(Merge(one, claim));
        Assert.Equal(3, Merge(one, other, claim).Count);
    }

    [Fact]
    public void A_contradiction_between_sources_is_listed_with_who_says_what()
    {
        var row = Assert.Single(
            Merge(
                Condition("1", "here", "Asthma") with
                {
                    Status = Sample.Text("Active"),
                },
                Condition("2", "there", "Asthma") with
                {
                    Status = Sample.Text("Resolved"),
                }
            )
        );

        var disagreement = Assert.Single(row.Disagreements);
        Assert.Equal("Status", disagreement.Label.English);
        Assert.Equal(
            ["Active", "Resolved"],
            disagreement.Statements.Select(statement => statement.Text)
        );
        Assert.Equal(
            ["here", "there"],
            disagreement.Statements.Select(statement => statement.Source?.DataPartitionId)
        );
    }

    [Fact]
    public void A_source_does_not_contradict_its_own_past_and_silence_contradicts_nobody()
    {
        var row = Assert.Single(
            Merge(
                Condition("1", "here", "Asthma") with
                {
                    Status = Sample.Text("Active"),
                },
                Condition("2", "here", "Asthma") with
                {
                    Status = Sample.Text("Resolved"),
                },
                Condition("3", "there", "Asthma") with
                {
                    Status = null,
                }
            )
        );

        Assert.Empty(row.Disagreements);
    }

    [Fact]
    public void What_is_current_leads_over_what_is_past_however_new()
    {
        var row = Assert.Single(
            Merge(
                Condition("1", "here", "Asthma") with
                {
                    Status = Sample.Text("Resolved"),
                    Onset = PartialDate.Parse("2026-01-01"),
                },
                Condition("2", "there", "Asthma") with
                {
                    Status = Sample.Text("Active"),
                    Onset = PartialDate.Parse("2001"),
                }
            )
        );

        Assert.Equal("2", row.Lead.Id);
    }

    [Fact]
    public void A_result_is_the_same_only_at_the_same_instant_with_the_same_value_and_unit()
    {
        var first = Result("1", "2026-03-01T10:00:00.000Z", "5.4", "mmol/L");

        Assert.Single(
            RecordMerge.Merge(
                Results,
                [first, Result("2", "2026-03-01T04:00:00-06:00", "5.4", "mmol/L")]
            )
        );
        foreach (
            var other in (Observation[])
                [
                    Result("2", "2026-03-01T10:00:01.000Z", "5.4", "mmol/L"),
                    Result("2", "2026-03-01T10:00:00.000Z", "5.40", "mmol/L"),
                    Result("2", "2026-03-01T10:00:00.000Z", "5.4", "mg/dL"),
                    Result("2", "2026-03-01", "5.4", "mmol/L"),
                ]
        )
            Assert.Equal(2, RecordMerge.Merge(Results, [first, other]).Count);
    }

    [Fact]
    public void Results_of_a_vague_day_stay_apart_for_they_may_be_two() =>
        Assert.Equal(
            2,
            RecordMerge
                .Merge(
                    Results,
                    [
                        Result("1", "2026-03-01", "5.4", "mmol/L"),
                        Result("2", "2026-03-01", "5.4", "mmol/L"),
                    ]
                )
                .Count
        );

    [Fact]
    public void Two_documents_are_never_one() =>
        Assert.Equal(
            2,
            RecordMerge
                .Merge(
                    Documents,
                    [
                        new DocumentReference { Id = "1", Type = Sample.Text("Note") },
                        new DocumentReference { Id = "2", Type = Sample.Text("Note") },
                    ]
                )
                .Count
        );

    [Fact]
    public void A_record_that_names_nothing_stands_alone() =>
        Assert.Equal(2, Merge(new Condition { Id = "1" }, new Condition { Id = "2" }).Count);

    /// <summary>Contributors shown are records received: each once, whatever the codes, words and sources.</summary>
    [Fact]
    public void Rule_4_Nothing_is_lost_and_nothing_doubled_over_a_thousand_generated_charts()
    {
        for (var seed = 0; seed < 1_000; seed++)
        {
            var random = new Random(seed);
            Condition[] records =
            [
                .. Enumerable
                    .Range(0, random.Next(60))
                    .Select(i =>
                        Any(random, i.ToString(System.Globalization.CultureInfo.InvariantCulture))
                    ),
            ];

            var rows = RecordMerge.Merge(Conditions, Conditions.Order(records));

            Assert.Equal(
                records.Select(record => record.Id).Order(StringComparer.Ordinal),
                rows.SelectMany(row => row.Contributors)
                    .Select(record => record.Id)
                    .Order(StringComparer.Ordinal)
            );
            Assert.All(rows, row => Assert.Contains(row.Lead, row.Contributors));
        }
    }

    private static Condition Any(Random random, string id)
    {
        (string, string)[] codes =
        [
            .. new[] { CodeSystems.Snomed, CodeSystems.Icd10Cm, "urn:other" }
                .Where(_ => random.Next(2) == 0)
                .Select(system => (system, $"code-{random.Next(3)}")),
        ];
        return Condition(
            id,
            $"source-{random.Next(3)}",
            random.Next(5) == 0 ? "" : $"Words {random.Next(3)}",
            codes
        ) with
        {
            Status = random.Next(3) == 0 ? null : Sample.Text($"Status {random.Next(2)}"),
            Classification = random.Next(2) == 0 ? null : Sample.Text("Problem"),
        };
    }

    private static IReadOnlyList<MergedRecord<Condition>> Merge(params Condition[] records) =>
        RecordMerge.Merge(Conditions, records);

    private static Condition Condition(
        string id,
        string source,
        string words,
        params (string System, string Code)[] codes
    ) =>
        new()
        {
            Id = id,
            SourceIdentifier = new(source, $"local-{id}"),
            Code = new CodeableConcept
            {
                Text = words,
                Codings = [.. codes.Select(code => new Coding(code.System, code.Code, null))],
            },
        };

    private static Observation Result(string id, string when, string value, string unit) =>
        new()
        {
            Id = id,
            Code = Sample.Text("Glucose"),
            EffectiveOn = PartialDate.Parse(when),
            Value = new ObservationValue.Measured(
                new Quantity { Value = value, Unit = Sample.Text(unit) }
            ),
        };
}
