namespace Gms.DepartureOrientation.Attendance;

/// <summary>What attendance.json says: how long a code is good, how many a worker gets, when the doors are open, what is one sitting, what is too far in too little time.</summary>
public sealed class AttendanceTerms
{
    readonly Dictionary<string, Convention> _terms;

    AttendanceTerms(IReadOnlyList<Convention> terms) => _terms = terms.ToDictionary(t => t.Code);

    public int WindowSeconds => Of("CODE_WINDOW_SECONDS").Value;

    public int CodesInABatch => Of("CODES_IN_A_BATCH").Value;

    public TimeSpan Doors => TimeSpan.FromMinutes(Of("DOORS_MINUTES").Value);

    public TimeSpan Sitting => TimeSpan.FromMinutes(Of("SITTING_MINUTES").Value);

    public Convention OtherProvince => Of("OTHER_PROVINCE_MINUTES");

    public Convention OtherCountry => Of("OTHER_COUNTRY_MINUTES");

    public static AttendanceTerms Load() => new(DataFile.Read<TermsFile>("attendance").Terms);

    Convention Of(string code) => _terms[code];

    sealed record TermsFile(IReadOnlyList<Convention> Terms);
}
