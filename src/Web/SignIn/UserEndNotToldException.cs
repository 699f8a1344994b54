namespace HeiChartViewer.Web.SignIn;

/// <summary>
/// A user's sessions have ended in this process, and the others could not be told yet: whoever asked must not believe that
/// they ended everywhere.
/// </summary>
public sealed class UserEndNotToldException(Exception cause)
    : Exception("The other processes could not be told that a user's sessions end.", cause);
