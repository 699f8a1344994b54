namespace HeiChartViewer.Web.SignIn;

/// <summary>That a process has ended a user's sessions.</summary>
/// <param name="User">Whose.</param>
/// <param name="By">Who ended them.</param>
/// <param name="Before">When, by this process's clock: what was begun later goes on.</param>
public sealed record ToldEnd(SignedOutUser User, EndedBy By, DateTimeOffset Before);
