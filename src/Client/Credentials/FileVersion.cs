namespace HealtheIntent.Client.Credentials;

/// <summary>
/// Which file a path leads to, and when that was written. A mounted secret is a link into a folder that is a link itself and
/// is turned to another folder when the secret changes: neither the path nor its own link is then written.
/// </summary>
internal sealed record FileVersion(string Path, DateTime Written, long Length)
{
    /// <exception cref="IOException">There is no such file.</exception>
    public static FileVersion Of(string path)
    {
        var file = new FileInfo(path);
        file = (FileInfo?)file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
        var folder = file.Directory!;
        folder = (DirectoryInfo?)folder.ResolveLinkTarget(returnFinalTarget: true) ?? folder;
        return new FileVersion(
            System.IO.Path.Combine(folder.FullName, file.Name),
            file.LastWriteTimeUtc,
            file.Length
        );
    }
}
