using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace HeiChartViewer.Web.Components.Graphs;

/// <summary>Words in a drawing. Razor keeps the tag <c>text</c> for itself, so they are written here.</summary>
internal static class GraphText
{
    /// <summary>From line to line.</summary>
    public const double LineHeight = 13;

    /// <summary>Writes words at a place.</summary>
    /// <param name="style">The class, which also says which end of the words is at the place.</param>
    /// <param name="x">The place.</param>
    /// <param name="y">The place of the baseline.</param>
    /// <param name="words">The words.</param>
    /// <param name="axis">Which axis they name, where they name one.</param>
    public static RenderFragment At(
        string style,
        double x,
        double y,
        string words,
        string? axis = null
    ) =>
        builder =>
        {
            builder.OpenElement(0, "text");
            builder.AddAttribute(1, "class", style);
            builder.AddAttribute(2, "x", Number(x));
            builder.AddAttribute(3, "y", Number(y));
            builder.AddAttribute(4, "data-graph", axis);
            builder.AddContent(5, words);
            builder.CloseElement();
        };

    /// <summary>Writes the name of a value axis upwards, line beside line.</summary>
    /// <param name="middle">The middle of the axis.</param>
    /// <param name="x">The place of the first line.</param>
    /// <param name="lines">The lines.</param>
    public static RenderFragment Upwards(double middle, double x, IReadOnlyList<string> lines) =>
        builder =>
        {
            builder.OpenElement(0, "text");
            builder.AddAttribute(1, "class", "label");
            builder.AddAttribute(2, "transform", "rotate(-90)");
            builder.AddAttribute(3, "data-graph", "y");
            for (var line = 0; line < lines.Count; line++)
            {
                builder.OpenElement(4, "tspan");
                builder.AddAttribute(5, "x", Number(-middle));
                builder.AddAttribute(6, "y", Number(x + line * LineHeight));
                builder.AddContent(7, line < lines.Count - 1 ? $"{lines[line]} " : lines[line]);
                builder.CloseElement();
            }
            builder.CloseElement();
        };

    /// <summary>A coordinate as it is written in a drawing.</summary>
    public static string Number(double number) =>
        number.ToString("0.##", CultureInfo.InvariantCulture);
}
