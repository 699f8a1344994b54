using HeiChartViewer.Sandbox.Records;
using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>Coded values that every source writes alike.</summary>
internal static class Concepts
{
    /// <summary>The context of the ontology that the concepts stand in.</summary>
    public const string Ontology = "3B1A6F0C9D2E47558A7C0E4D1F9B2A66";

    public static CodeableConcept Of(string system, string code, string text) =>
        new()
        {
            Codings =
            [
                new Coding
                {
                    System = system,
                    Code = code,
                    Display = text,
                },
            ],
            Text = text,
        };

    public static CodeableConcept Of(Term term, string? text = null) =>
        Of(term.System, term.Code, term.Display) with
        {
            Text = text ?? term.Display,
        };

    public static CodeableConcept Words(string text) => new() { Text = text };

    public static CodeableConcept Of(Unit unit) =>
        new()
        {
            Codings =
            [
                new Coding
                {
                    System = CodeSystems.Ucum,
                    Code = unit.Code,
                    Display = unit.Text,
                },
            ],
            Text = unit.Text,
        };

    /// <summary>A status; its word is capitalised as hospitals show it.</summary>
    public static CodeableConcept Status(string system, string code) =>
        Of(system, code, char.ToUpperInvariant(code[0]) + code[1..].Replace('-', ' '));
}
