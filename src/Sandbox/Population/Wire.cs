using System.Text.Json.Nodes;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>The shared value types as they go over the wire (contract 6.2).</summary>
public static class Wire
{
    /// <summary>A coded value.</summary>
    public static JsonObject Concept(Code code) =>
        new()
        {
            ["codings"] = new JsonArray(Coding(code)),
            ["sourceCodings"] = new JsonArray(),
            ["text"] = code.Display,
        };

    /// <summary>A value that the source coded in its own way and nobody has normalised.</summary>
    public static JsonObject SourceConcept(Code code, string text) =>
        new()
        {
            ["codings"] = new JsonArray(),
            ["sourceCodings"] = new JsonArray(Coding(code)),
            ["text"] = text,
        };

    /// <summary>A value that is nothing but text.</summary>
    public static JsonObject Text(string text) => new() { ["text"] = text };

    /// <summary>A reference to another record.</summary>
    public static JsonObject Reference(string id) => new() { ["id"] = id };

    /// <summary>A quantity; its value travels as the text the source wrote.</summary>
    public static JsonObject Quantity(string value, string? unit)
    {
        var quantity = new JsonObject();
        if (value.Length > 1 && value[0] is '<' or '>')
        {
            quantity["comparator"] = value[..1];
            value = value[1..];
        }
        quantity["value"] = value;
        if (unit is not null)
            quantity["unit"] = Concept(Codes.Unit(unit));
        return quantity;
    }

    /// <summary>A clinician.</summary>
    public static JsonObject Clinician(string family, string given) =>
        new()
        {
            ["provider"] = new JsonObject
            {
                ["aliases"] = new JsonArray(),
                ["name"] = new JsonObject
                {
                    ["given"] = new JsonArray(given),
                    ["family"] = new JsonArray(family),
                    ["formatted"] = $"{family}, {given}",
                },
            },
            ["providerRoles"] = new JsonArray(),
        };

    private static JsonObject Coding(Code code) =>
        new()
        {
            ["system"] = code.System,
            ["code"] = code.Value,
            ["display"] = code.Display,
        };
}
