using Microsoft.Extensions.Configuration;

namespace Gms.Platform;

/// <summary>
/// Settings that are secrets, as files: each file of the folder Settings__Folder is one setting, named as its variable would be (Database__App). A file
/// shows neither in a process list nor in what a container engine tells of a container.
/// </summary>
static class SettingFiles
{
    const string Folder = "Settings:Folder";

    /// <summary>Adds the files, which win over what was read before; nothing when no folder is named. A folder that is not there is a fault.</summary>
    public static IConfigurationBuilder AddSettingFiles(this IConfigurationBuilder builder)
    {
        if ((builder as IConfiguration ?? builder.Build())[Folder] is not { Length: > 0 } folder)
            return builder;
        return Directory.Exists(folder)
            ? builder.AddKeyPerFile(Path.GetFullPath(folder), optional: false)
            : throw new SettingsException([$"Settings__Folder names a folder that is not there: {folder}"]);
    }
}
