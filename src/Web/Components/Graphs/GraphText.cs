using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace HeiChartViewer.Web.Components.Graphs;

/// <summary>Words in a drawing. Razor keeps the tag <c>text</c> for itself, so they are written here.</summary>
internal static class GraphText
{
    /// <summary>Writes words at a place.</summary>
    /// <param name="style">The class, which also says which end of the words is at the place.</param>
    /// <param name="x">The place.</param>
    /// <param name="y">The place of the baseline.</param>
    /// <param name="words">The words.</param>
    /// <param name="axis">Which axis they name, where they name one.</param>
    /// <param name="isUpright">Whether they run upwards, as the name of a value axis does.</param>
    public static RenderFragment At(
        string style,
        double x,
        double y,
        string words,
        string? axis = null,
        bool isUpright = false
    ) =>
        builder =>
        {
            builder.OpenElement(0, "text");
            builder.AddAttribute(1, "class", style);
            builder.AddAttribute(2, "x", Number(x));
            builder.AddAttribute(3, "y", Number(y));
            builder.AddAttribute(4, "transform", isUpright ? "rotate(-90)" : null);
            builder.AddAttribute(5, "data-graph", axis);
            builder.AddContent(6, words);
            builder.CloseElement();
        };

    /// <summary>A coordinate as it is written in a drawing.</summary>
    public static string Number(double number) =>
        number.ToString("0.##", CultureInfo.InvariantCulture);
}
