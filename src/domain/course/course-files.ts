/** The ready files of a course: their names beside the course's page, and what they are called. */
export const COURSE_FILES = {
  kit: { name: 'kit.zip', label: '整套材料（zip）', saved: '整套材料.zip' },
  learner: { name: 'learner.docx', label: '学员册（Word）', saved: '学员册.docx' },
  teacher: { name: 'teacher.docx', label: '教师册（Word）', saved: '教师册.docx' },
  slides: { name: 'slides.pptx', label: '幻灯片（16∶9）', saved: '幻灯片.pptx' },
  slides43: { name: 'slides-4x3.pptx', label: '幻灯片（4∶3）', saved: '幻灯片4比3.pptx' },
} as const;

export type CourseFile = keyof typeof COURSE_FILES;
