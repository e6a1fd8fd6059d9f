namespace Gms.Credentials;

/// <summary>Status lists as they were carried; of two of one name the newer counts, and one that is not rightly signed does not.</summary>
sealed class CarriedStatus
{
    readonly Dictionary<string, (string Country, StatusList List)> _lists = [];

    public CarriedStatus(TrustList trust, IEnumerable<byte[]> statusLists)
    {
        foreach (var bytes in statusLists)
            try
            {
                var (country, list) = StatusList.Read(bytes, trust);
                if (!_lists.TryGetValue(list.Uri, out var other) || other.List.IssuedAt < list.IssuedAt)
                    _lists[list.Uri] = (country, list);
            }
            catch (CredentialException)
            {
                // Not a list: what it was to tell of is of unknown status, which is said of each.
            }
    }

    /// <summary>One list whose origin is sure, or none.</summary>
    public CarriedStatus(string? country, StatusList? list)
    {
        if (country is not null && list is not null)
            _lists[list.Uri] = (country, list);
    }

    /// <summary>The list of that name, when that country signed it; null when there is none.</summary>
    public StatusList? Of(string uri, string country) => _lists.TryGetValue(uri, out var found) && found.Country == country ? found.List : null;
}
