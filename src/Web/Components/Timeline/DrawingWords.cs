namespace HeiChartViewer.Web.Components.Timeline;

/// <summary>
/// The words that the browser says by itself, with <c>{0}</c> and so on where it puts what it alone knows: it moves and
/// zooms without asking the server.
/// </summary>
/// <param name="Together">A number of items, what they are, and when.</param>
/// <param name="InView">From when, until when, and how many of how many items are in view.</param>
/// <param name="Born">The line of birth.</param>
/// <param name="Died">The line of death.</param>
/// <param name="Today">The line of today.</param>
/// <param name="Thousands">What sets thousands apart.</param>
public sealed record DrawingWords(
    string Together,
    string InView,
    string Born,
    string Died,
    string Today,
    string Thousands
)
{
    /// <summary>The words in the reader's language.</summary>
    public static DrawingWords Said()
    {
        var (first, second, third, fourth) = ("{0}", "{1}", "{2}", "{3}");
        return new(
            Say($"{first} {second} together: {third}"),
            Say($"{first} to {second}: {third} of {fourth} in view"),
            Say("Born"),
            Say("Died"),
            Say("Today"),
            UiLanguage.Current.Thousands
        );
    }
}
