using System.Collections.Concurrent;
using TwelveLabs.Simulator.Catalogue;
using TwelveLabs.Simulator.Http;
using TwelveLabs.Simulator.Life;

namespace TwelveLabs.Simulator.Store;

/// <summary>Everything the platform remembers. In memory, safe for any number of callers at once, without a lock.</summary>
internal sealed class Platform(SimulatorOptions options)
{
    private readonly ObjectIds _ids = new();
    private readonly ConcurrentDictionary<string, IndexRecord> _indexes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _indexNames = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskRecord> _tasks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, VideoRecord> _videos = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<TaskRecord> _everyTask = new();

    /// <summary>Raised for each new task, after it can be retrieved.</summary>
    public event Action<TaskRecord>? TaskCreated;

    public SimulatorOptions Options => options;

    public DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    public IEnumerable<IndexRecord> Indexes => _indexes.Values;

    public IEnumerable<TaskRecord> Tasks => _tasks.Values;

    /// <summary>Every task ever created, in order, deleted ones too.</summary>
    public IEnumerable<TaskRecord> EveryTask => _everyTask;

    public string NextId() => _ids.Next(Now);

    /// <exception cref="Refusal"><c>index_name_already_exists</c>.</exception>
    public IndexRecord CreateIndex(string name, IReadOnlyList<EngineChoice> engines, IReadOnlyList<string> addons)
    {
        var index = new IndexRecord(NextId(), name, engines, addons, Now);
        TakeName(name, index.Id);
        _indexes[index.Id] = index;
        return index;
    }

    /// <exception cref="Refusal"><c>index_name_already_exists</c>.</exception>
    public void RenameIndex(IndexRecord index, string name)
    {
        string before = index.Name;
        if (before != name)
        {
            TakeName(name, index.Id);
        }

        index.Rename(name, Now);
        if (before != name)
        {
            _indexNames.TryRemove(KeyValuePair.Create(before, index.Id));
        }
    }

    /// <summary>Deletes the index with its videos and tasks: nothing of it can be asked for afterwards.</summary>
    public void DeleteIndex(IndexRecord index)
    {
        _indexes.TryRemove(index.Id, out _);
        _indexNames.TryRemove(KeyValuePair.Create(index.Name, index.Id));
        foreach (TaskRecord task in _tasks.Values.Where(t => t.Index == index))
        {
            _tasks.TryRemove(task.Id, out _);
            DeleteVideo(task.VideoId);
        }
    }

    /// <exception cref="Refusal"><c>resource_not_exist</c>, or <c>parameter_invalid</c> for what is no id.</exception>
    public IndexRecord Index(string id, string parameter = "index_id") =>
        _indexes.GetValueOrDefault(Checked(id, parameter)) ?? throw NotExist(id, "indexes");

    public bool Has(TaskRecord task) => _tasks.ContainsKey(task.Id);

    public TaskRecord Task(string id) => _tasks.GetValueOrDefault(Checked(id, "task_id")) ?? throw NotExist(id, "tasks");

    public VideoRecord Video(string id)
    {
        VideoRecord? video = _videos.GetValueOrDefault(Checked(id, "video_id"));
        return video is not null && video.IsThere(Now) ? video : throw NotExist(id, "videos");
    }

    public VideoRecord Video(IndexRecord index, string id)
    {
        VideoRecord video = Video(id);
        return video.Task.Index == index ? video : throw NotExist(id, "videos");
    }

    public List<VideoRecord> VideosOf(IndexRecord index)
    {
        DateTimeOffset now = Now;
        return [.. _videos.Values.Where(v => v.Task.Index == index && v.IsThere(now))];
    }

    public TaskRecord CreateTask(IndexRecord index, SimulatedVideo video, string? url, bool hasStream)
    {
        DateTimeOffset now = Now;
        string id = _ids.Next(now);
        string? failure = video.CannotBeFetched ?? VideoRequirements.Check(video, index)?.Message;
        var life = new TaskLife(id, now, video, failure, options.Speed);
        var task = new TaskRecord(id, index, video, url, hasStream, life, _ids.Next(now));

        _videos[task.VideoId] = new(task);
        _tasks[id] = task;
        if (!_indexes.ContainsKey(index.Id))
        {
            // The index was deleted between the look-up and here, and its deletion may have missed this task.
            _tasks.TryRemove(id, out _);
            DeleteVideo(task.VideoId);
            throw NotExist(index.Id, "indexes");
        }

        _everyTask.Enqueue(task);
        TaskCreated?.Invoke(task);
        return task;
    }

    /// <exception cref="Refusal"><c>task_cannot_be_deleted</c> while it runs, or while its video is still there.</exception>
    public void DeleteTask(TaskRecord task)
    {
        TaskState state = task.Life.At(Now);
        if (!state.HasEnded)
        {
            throw Refusal.BadRequest("task_cannot_be_deleted", $"A task that is `{state.Status}` cannot be deleted: only `ready` and `failed` ones can.");
        }

        if (state.IsReady && _videos.ContainsKey(task.VideoId))
        {
            throw Refusal.BadRequest("task_cannot_be_deleted", $"Delete the video `{task.VideoId}` of this task first.");
        }

        _tasks.TryRemove(task.Id, out _);
        _videos.TryRemove(task.VideoId, out _);
    }

    public void DeleteVideo(string id)
    {
        if (_videos.TryRemove(id, out VideoRecord? video))
        {
            video.Delete();
        }
    }

    public Refusal NotExist(string id, string collection) => Refusal.NotExist(options.MissingResourceStatus, id, collection);

    public static string Checked(string id, string parameter) =>
        ObjectIds.IsWellFormed(id) ? id : throw Refusal.Invalid(parameter, "It must be 24 hexadecimal digits.");

    private void TakeName(string name, string id)
    {
        if (!_indexNames.TryAdd(name, id))
        {
            throw Refusal.BadRequest("index_name_already_exists", $"Index name `{name}` already exists. Please use another name.");
        }
    }
}
