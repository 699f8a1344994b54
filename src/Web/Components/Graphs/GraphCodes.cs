namespace HeiChartViewer.Web.Components.Graphs;

/// <summary>Where the code of an abnormal result is written: beside its mark, and on no other.</summary>
internal static class GraphCodes
{
    /// <summary>How far a code and a mark are from each other's middle at the least.</summary>
    private const double Room = 13;

    /// <summary>From a mark to the middle of its code: above, below, to its right, to its left.</summary>
    private static readonly IReadOnlyList<(double X, double Y)> Places =
    [
        (0, -17),
        (0, 18),
        (20, 0),
        (-20, 0),
    ];

    /// <summary>The middle of each code, by its result.</summary>
    public static IReadOnlyDictionary<DrawnResult, (double X, double Y)> Of(
        IReadOnlyCollection<DrawnResult> marks,
        double top
    )
    {
        var near = marks.ToLookup(mark => Column(mark.CenterX));
        return marks
            .Where(mark => mark.Point.Flag is { IsAbnormal: true })
            .ToDictionary<DrawnResult, DrawnResult, (double X, double Y)>(
                mark => mark,
                Place,
                ReferenceEqualityComparer.Instance
            );

        (double X, double Y) Place(DrawnResult mark)
        {
            var places = Places.Select(place => (X: mark.CenterX + place.X, Y: mark.Y + place.Y));
            return places.FirstOrDefault(
                place => place.Y > top && IsFree(mark, place),
                // In a crowd, what is read first is the code of the mark below it.
                places.First()
            );
        }

        bool IsFree(DrawnResult own, (double X, double Y) place) =>
            Enumerable
                .Range(Column(place.X) - 1, 3)
                .SelectMany(column => near[column])
                .All(mark =>
                    ReferenceEquals(mark, own)
                    || Math.Abs(mark.CenterX - place.X) >= Room
                    || Math.Abs(mark.Y - place.Y) >= Room
                );
    }

    private static int Column(double x) => (int)Math.Floor(x / Room);
}
