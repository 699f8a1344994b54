using HealtheIntent.Client;

namespace HeiChartViewer.Tests.Unit.Client.Values;

public sealed class CodeableConceptTests
{
    private static readonly CodeableConcept Full = new()
    {
        Text = "text",
        Codings = [new Coding(CodeSystems.Snomed, "code", "display")],
        SourceCodings = [new Coding(null, "source code", "source display")],
        Concepts = [new Concept(null, "ALIAS")],
    };

    public static TheoryData<CodeableConcept, string?> Ladder =>
        new()
        {
            { Full, "text" },
            { Full with { Text = " " }, "display" },
            {
                Full with
                {
                    Text = null,
                    Codings = [new Coding(null, "code", null)],
                },
                "source display"
            },
            {
                Full with
                {
                    Text = null,
                    Codings = [new Coding(null, "code", "")],
                    SourceCodings = [],
                },
                "ALIAS"
            },
            {
                Full with
                {
                    Text = null,
                    Codings = [new Coding(null, "code", null)],
                    Concepts = [],
                    SourceCodings = [],
                },
                "code"
            },
            {
                Full with
                {
                    Text = null,
                    Codings = [],
                    Concepts = [],
                    SourceCodings = [new Coding(null, "source code", null)],
                },
                "source code"
            },
            { new CodeableConcept(), null },
        };

    [Theory]
    [MemberData(nameof(Ladder), DisableDiscoveryEnumeration = true)]
    public void The_display_is_the_first_step_of_the_ladder_that_says_something(
        CodeableConcept concept,
        string? expected
    ) => Assert.Equal(expected, concept.Display);
}
